using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Checks.Images;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Files;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// A picture in a private check: its place is warned of, the copy without it is given back, and nothing of either is kept.
/// </summary>
public sealed class PrivatePictureTests
{
    private const string Person = "試用 花子";
    private static readonly byte[] Located = SampleImages.Jpeg(gps: true);

    [Fact]
    [Clause("private-3-4-4a")]
    public async Task A_picture_with_a_place_is_warned_of_with_the_place_rounded_and_one_without_is_not()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=private");
        var writer = await host.OpenAsync(Person);

        await writer.SendAsync("", [new LocalFile("a.jpg", Located)]);
        var words = BotHost.Words((await ResultAsync(host, writer, "見直してください")).Card!.Value);
        words.ShouldContain("［注意］");
        words.ShouldContain("撮影場所（北緯35.8度・東経139.6度付近）");
        words.ShouldContain("位置情報を消す");

        await writer.SendAsync("", [new LocalFile("c.png", SampleImages.Png(gps: false))]);
        BotHost.Words((await ResultAsync(host, writer, "画像を点検しました")).Card!.Value).ShouldContain("文章は点検していません");

        await writer.SendAsync("夕焼けがきれいでした。", [new LocalFile("b.jpg", SampleImages.Jpeg(gps: false))]);
        BotHost.Words((await ResultAsync(host, writer, "未読")).Card!.Value).ShouldNotContain("撮影場所");
    }

    [Fact]
    [Clause("private-3-4-4b")]
    public async Task The_copy_comes_back_with_the_same_coded_picture_checking_again_finds_nothing_and_nothing_is_kept()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=private");
        var writer = await host.OpenAsync(Person);
        await writer.SendAsync("ハチミツ色の夕焼けがきれいでした。", [new LocalFile("秘密の名前.jpg", Located, LocalFileKind.Shared)]);
        var source = host.Services.GetRequiredService<FileShelf>().Ids.Single();
        var card = await ResultAsync(host, writer, "見直してください");

        var after = Scenario.Shown(await writer.PressAsync(card, "位置情報を消す"));
        after.ShouldContain("画像1の位置情報を消しました");
        after.ShouldNotContain("撮影場所（");
        // The text was typed and is carried by nobody: it is not said to be in order.
        after.ShouldStartWith("画像を点検しました");
        (await writer.AnswerOfferAsync(await PictureTests.OfferAsync(host, writer), isAccepted: true)).Status.ShouldBe(200);

        var copy = await PictureTests.GivenBackAsync(host, writer);
        PictureTests.Coded(copy.Bytes).ShouldBe(PictureTests.Coded(Located));
        ImageFacts.Read(copy.Bytes).HasLocation.ShouldBeFalse();
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(0);
        (await host.ReadAsync(db => db.AuditEntries.Select(entry => entry.Action).ToListAsync())).ShouldContain("private.removeLocation");
        await host.StopAsync();
        foreach (var file in Directory.EnumerateFiles(host.Folder, "bot.db*"))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            foreach (var kept in (byte[][])[SampleImages.Scan, Encoding.UTF8.GetBytes("秘密の名前"), Encoding.UTF8.GetBytes(source)])
                bytes.AsSpan().IndexOf(kept).ShouldBe(-1, file);
        }
    }

    [Fact]
    public async Task A_hand_made_reference_is_not_fetched_and_anothers_is_none()
    {
        await using var host = await BotHost.StartAsync();
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await writer.SendAsync("私的点検 夕焼けがきれいでした。", [new LocalFile("a.jpg", Located)]);
        var card = await ResultAsync(host, writer, "見直してください");
        var token = card.Card!.Value.GetRawText().Split('"').Single(text => text.Length > 200);
        var fetched = host.Tenant.Calls.Count;

        foreach (var (client, forged) in (IEnumerable<(TeamsClient, string)>)[(writer, "x"), (writer, Flipped(token)), (other, token)])
        {
            var data = new JsonObject { ["text"] = "夕焼けがきれいでした。", ["picture1"] = forged, ["picture"] = "1" };
            Scenario
                .Shown(
                    await client.ExecuteAsync(
                        card with
                        {
                            ChatId = client.Chat.Id,
                        },
                        new JsonObject
                        {
                            ["type"] = "Action.Execute",
                            ["verb"] = "private.removeLocation",
                            ["data"] = data,
                        },
                        "manual"
                    )
                )
                .ShouldContain("もう一度送ってください");
        }

        host.Tenant.Calls.Skip(fetched).ShouldNotContain(call => call.Operation == LocalTeams.Connector.ConnectorOperation.Attachment);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_is_said_and_the_text_is_checked()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=private");
        var writer = await host.OpenAsync(Person);

        await writer.SendAsync("夕焼けがきれいでした。", [new LocalFile("a.jpg", Encoding.UTF8.GetBytes("<html>"))]);

        BotHost.Words((await ResultAsync(host, writer, "未読")).Card!.Value).ShouldContain("Webページが届きました");
    }

    private static string Flipped(string token) => (token[0] == 'A' ? 'B' : 'A') + token[1..];

    private static Task<ChatMessage> ResultAsync(BotHost host, TeamsClient client, string heading) =>
        host.SeesAsync(client.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith(heading, StringComparison.Ordinal)
        );
}
