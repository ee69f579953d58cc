using System.Net;
using System.Text.Json;
using TeamsBot.LocalTeams.Files;
using TeamsBot.LocalTeams.Tests.Hosting;

namespace TeamsBot.LocalTeams.Tests;

/// <summary>
/// Files as the service keeps them: pasted pictures behind the connector, attached files behind signed addresses, neither for browsers.
/// </summary>
public sealed class FileTests : IAsyncLifetime
{
    private LocalTeamsHost host = null!;

    public async Task InitializeAsync() => host = await LocalTeamsHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [InlineData(LocalFileKind.Pasted, "image/*", "/local/connector/v3/attachments/")]
    [InlineData(LocalFileKind.Shared, "application/vnd.microsoft.teams.file.download.info", "/local/drive/")]
    public async Task A_file_is_where_the_message_says_and_not_for_browsers(LocalFileKind kind, string type, string path)
    {
        var said = await host.Clients.Of("sato").SendAsync("写真です", [new LocalFile("a.jpg", [1, 2, 3], kind)]);

        var attachment = said.Message.Activity.GetProperty("attachments")[0];
        attachment.GetProperty("contentType").GetString().ShouldBe(type);
        var address = (
            kind == LocalFileKind.Pasted
                ? attachment.GetProperty("contentUrl")
                : attachment.GetProperty("content").GetProperty("downloadUrl")
        ).GetString()!;
        new Uri(address).AbsolutePath.ShouldStartWith(path);
        (await host.Http.GetByteArrayAsync(address)).ShouldBe([1, 2, 3]);
        using var browser = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        (await host.Http.SendAsync(browser)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_attached_file_does_not_reach_the_bot_in_a_channel_and_a_pasted_picture_does()
    {
        var said = await host
            .Clients.Of("sato")
            .SendInChannelAsync("@広報ボット 写真です", [new LocalFile("a.pdf", [1], LocalFileKind.Shared), new LocalFile("b.png", [2])]);
        said.Message.Activity.GetProperty("attachments")
            .EnumerateArray()
            .Select(item => item.GetProperty("contentType").GetString())
            .ShouldBe(["image/*", "text/html"]);
    }

    [Fact]
    public async Task An_upload_session_takes_the_whole_file_once()
    {
        var shelf = host.Shelf;
        var chat = host.Clients.Of("sato").Chat;
        var offer = JsonSerializer.SerializeToElement(new
        {
            type = "message",
            attachments = new[]
            {
                new
                {
                    contentType = "application/vnd.microsoft.teams.card.file.consent",
                    name = "写し.jpg",
                    content = new
                    {
                        sizeInBytes = 2,
                        acceptContext = new { id = "x" },
                        declineContext = new { id = "x" },
                    },
                },
            },
        });
        using var sent = await host.Http.PostAsync(
            $"/local/connector/v3/conversations/{Uri.EscapeDataString(chat.Id)}/activities",
            new StringContent(offer.GetRawText(), System.Text.Encoding.UTF8, "application/json")
        );
        sent.StatusCode.ShouldBe(HttpStatusCode.Created);
        await host.Clients.Of("sato").AnswerOfferAsync(chat.FromBot[^1], isAccepted: true);
        var id = shelf.Ids.Single();

        (await PutAsync(id, "bytes 0-1/3")).ShouldBe(HttpStatusCode.BadRequest);
        (await PutAsync(id, "bytes 0-1/2")).ShouldBe(HttpStatusCode.Created);
        (await PutAsync(id, "bytes 0-1/2")).ShouldBe(HttpStatusCode.NotFound);
        shelf.Find(id)!.Bytes.ShouldBe([7, 8]);
    }

    private async Task<HttpStatusCode> PutAsync(string id, string range)
    {
        using var content = new ByteArrayContent([7, 8]);
        content.Headers.TryAddWithoutValidation("Content-Range", range);
        using var answer = await host.Http.PutAsync($"/local/drive/{id}/upload", content);
        return answer.StatusCode;
    }
}
