using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.LocalTeams.Tests.Hosting;

namespace TeamsBot.LocalTeams.Tests;

/// <summary>The connector answers as protocol.md 2.3 to 2.5 says Teams does: status, code and body.</summary>
public sealed partial class ConnectorTests : IAsyncLifetime
{
    private const string Tenant = "aaaaaaaa-0000-4000-8000-000000000001";
    private LocalTeamsHost host = null!;

    public async Task InitializeAsync() => host = await LocalTeamsHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_message_is_taken_with_201_and_gets_an_id()
    {
        var (status, body) = await SendAsync(HttpMethod.Post, Activities(Chat), new { type = "message", text = "こんにちは" });

        status.ShouldBe(HttpStatusCode.Created);
        var message = host.Tenant.ChatOf(Sato).FromBot.Single();
        body!.Value.GetProperty("id").GetString().ShouldBe(message.Id);
        message.Text.ShouldBe("こんにちは");
    }

    [Fact]
    public async Task Text_and_card_in_one_message_become_two_and_no_id_comes_back()
    {
        var (status, body) = await SendAsync(
            HttpMethod.Post,
            Activities(Chat),
            new
            {
                type = "message",
                text = "こちらです",
                attachments = Card("下書き"),
            }
        );

        status.ShouldBe(HttpStatusCode.Created);
        body!.Value.TryGetProperty("id", out _).ShouldBeFalse();
        host.Tenant.ChatOf(Sato).FromBot.Select(message => (message.Text, message.Cards.Count)).ShouldBe([("こちらです", 0), ("", 1)]);
    }

    [Fact]
    public async Task Typing_is_taken_and_leaves_no_message()
    {
        (await SendAsync(HttpMethod.Post, Activities(Chat), new { type = "typing" })).Status.ShouldBe(HttpStatusCode.Created);
        host.Tenant.ChatOf(Sato).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_update_replaces_the_message_and_keeps_what_it_was()
    {
        var id = await SayAsync(new { type = "message", attachments = Card("確認待ち") });

        var (status, body) = await SendAsync(
            HttpMethod.Put,
            $"{Activities(Chat)}/{id}",
            new { type = "message", attachments = Card("承認済み") }
        );

        status.ShouldBe(HttpStatusCode.OK);
        body!.Value.GetProperty("id").GetString().ShouldBe(id);
        var message = host.Tenant.ChatOf(Sato).FromBot.Single();
        message
            .History.Select(version =>
                version.Activity.GetProperty("attachments")[0].GetProperty("content").GetProperty("body")[0].GetProperty("text").GetString()
            )
            .ShouldBe(["確認待ち", "承認済み"]);
    }

    [Fact]
    public async Task An_update_of_an_unknown_or_deleted_message_is_404()
    {
        var id = await SayAsync(new { type = "message", text = "消します" });
        (await SendAsync(HttpMethod.Delete, $"{Activities(Chat)}/{id}")).Status.ShouldBe(HttpStatusCode.OK);

        foreach (var gone in new[] { id, "1" })
        {
            await ShouldFailAsync(
                HttpMethod.Put,
                $"{Activities(Chat)}/{gone}",
                new { type = "message", text = "x" },
                HttpStatusCode.NotFound,
                "ActivityNotFoundInConversation"
            );
            await ShouldFailAsync(
                HttpMethod.Delete,
                $"{Activities(Chat)}/{gone}",
                null,
                HttpStatusCode.NotFound,
                "ActivityNotFoundInConversation"
            );
        }
    }

    [Fact]
    public async Task A_persons_message_can_be_neither_changed_nor_deleted_by_the_bot()
    {
        var said = await host.Clients.Of("sato").SayAsync("わたしの文です");

        await ShouldFailAsync(
            HttpMethod.Put,
            $"{Activities(Chat)}/{said.Message.Id}",
            new { type = "message", text = "x" },
            HttpStatusCode.BadRequest,
            "BadSyntax"
        );
        await ShouldFailAsync(HttpMethod.Delete, $"{Activities(Chat)}/{said.Message.Id}", null, HttpStatusCode.BadRequest, "BadSyntax");
    }

    [Fact]
    public async Task An_update_that_would_become_two_messages_is_refused()
    {
        var id = await SayAsync(new { type = "message", text = "一つ" });
        await ShouldFailAsync(
            HttpMethod.Put,
            $"{Activities(Chat)}/{id}",
            new
            {
                type = "message",
                text = "二つ",
                attachments = Card("x"),
            },
            HttpStatusCode.BadRequest,
            "BadSyntax"
        );
    }

    [Theory]
    [InlineData("""{ "type": "message" }""", "BadSyntax")]
    [InlineData("""{ "type": "message", "text": "" }""", "BadSyntax")]
    [InlineData("""{ "text": "no type" }""", "Bad Argument")]
    [InlineData("""{ "type": "message", "text": "x", "entities": [ { "type": "mention", "text": "<at>佐藤</at>" } ] }""", "BadSyntax")]
    [InlineData("""{ "type": "message", "attachments": [ {} ] }""", "BadSyntax")]
    [InlineData("[]", "BadSyntax")]
    [InlineData("{", "BadSyntax")]
    [InlineData("", "BadSyntax")]
    public async Task A_malformed_message_is_400(string body, string code)
    {
        using var response = await host.Http.PostAsync(Activities(Chat), new StringContent(body));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        CodeOf(await response.Content.ReadFromJsonAsync<JsonElement>()).ShouldBe(code);
        host.Tenant.ChatOf(Sato).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_message_above_100_KB_in_utf16_is_413()
    {
        await ShouldFailAsync(
            HttpMethod.Post,
            Activities(Chat),
            new { type = "message", text = new string('x', 51_200) },
            HttpStatusCode.RequestEntityTooLarge,
            "MessageSizeTooBig"
        );
        (await SendAsync(HttpMethod.Post, Activities(Chat), new { type = "message", text = new string('x', 51_000) })).Status.ShouldBe(
            HttpStatusCode.Created
        );
    }

    [Fact]
    public async Task An_unknown_conversation_is_404()
    {
        await ShouldFailAsync(
            HttpMethod.Post,
            Activities("a:nobody"),
            new { type = "message", text = "x" },
            HttpStatusCode.NotFound,
            "ConversationNotFound"
        );
        await ShouldFailAsync(
            HttpMethod.Post,
            Activities($"{host.Tenant.Channel.Id};messageid=1"),
            new { type = "message", text = "x" },
            HttpStatusCode.NotFound,
            "ConversationNotFound"
        );
    }

    [Fact]
    public async Task Every_call_is_recorded_with_its_answer_but_without_the_token()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Activities(Chat))
        {
            Content = JsonContent.Create(new { type = "message", text = "記録" }),
        };
        request.Headers.Authorization = new("Bearer", "secret-token");
        using var response = await host.Http.SendAsync(request);

        var call = host.Tenant.Calls.Single();
        (call.Operation, call.ConversationId, call.Status, call.HadToken).ShouldBe((ConnectorOperation.Send, Chat, 201, true));
        call.ToString().ShouldNotContain("secret-token");
    }

    private Persona Sato => host.Tenant.Person("sato");

    private string Chat => host.Tenant.ChatOf(Sato).Id;

    private static string Activities(string conversationId) =>
        $"/local/connector/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";

    private static object NewThread(string channelId, object activity) =>
        new
        {
            isGroup = true,
            tenantId = Tenant,
            channelData = new { channel = new { id = channelId } },
            activity,
        };

    private static object[] Card(string text) =>
        [
            new
            {
                contentType = "application/vnd.microsoft.card.adaptive",
                content = new
                {
                    type = "AdaptiveCard",
                    version = "1.5",
                    body = new[] { new { type = "TextBlock", text } },
                },
            },
        ];

    private static string? CodeOf(JsonElement? body) => body?.GetProperty("error").GetProperty("code").GetString();

    private async Task<string> SayAsync(object activity) =>
        (await SendAsync(HttpMethod.Post, Activities(Chat), activity)).Body!.Value.GetProperty("id").GetString()!;

    private async Task ShouldFailAsync(HttpMethod method, string path, object? body, HttpStatusCode status, string code)
    {
        var answer = await SendAsync(method, path, body);
        (answer.Status, CodeOf(answer.Body)).ShouldBe((status, code));
    }

    private async Task<(HttpStatusCode Status, JsonElement? Body)> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(
            method,
            path.StartsWith("v3", StringComparison.Ordinal) ? "/local/connector/" + path : path
        );
        if (body is not null) request.Content = JsonContent.Create(body);
        using var response = await host.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? null : JsonElement.Parse(text));
    }
}
