using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.LocalTeams.Files;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// What people send instead of a picture, or what becomes of it on the way: each is said in a sentence, and the text is never lost for it.
/// </summary>
public sealed class HostilePictureTests
{
    public static TheoryData<string, string> Files => new()
    {
        { "html", "Webページが届きました" },
        { "pdf", "PDFは確認できません" },
        { "movie", "動画は確認できません" },
        { "noise", "画像として読めないファイル" },
        { "empty", "中身のないファイル" },
        { "cut", "途中で切れています" },
        { "huge", "大きすぎます（16MBまで）" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_is_no_picture_is_said_and_the_text_becomes_a_draft(string kind, string sentence)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        (await scenario.Author.SendAsync(Scenario.Text, [new LocalFile("photo.jpg", BytesOf(kind))])).Answer!.Status.ShouldBe(202);

        await host.SeesTextAsync(scenario.Author.Chat, sentence);
        await host.SeesCardAsync(scenario.Author, "下書き");
        var draft = await scenario.DraftAsync();
        (draft.Current.Text, draft.Pictures.Count).ShouldBe((Scenario.Text, 0));
    }

    [Theory]
    [InlineData(404, "保存場所を開けませんでした")]
    [InlineData(302, "受け取れません")]
    [InlineData(500, "いまは画像を受け取れませんでした")]
    public async Task A_refusal_of_the_service_is_said_and_the_others_are_taken(int status, string sentence)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        host.Faults.Add(new ConnectorFault { Status = status }, operation: ConnectorOperation.Attachment);

        await scenario.Author.SendAsync(
            Scenario.Text,
            [new LocalFile("a.jpg", SampleImages.Jpeg(gps: true)), new LocalFile("b.png", SampleImages.Png(gps: true))]
        );

        (await host.SeesTextAsync(scenario.Author.Chat, sentence)).Text.ShouldContain("枚目の画像を受け取れませんでした");
        (await scenario.DraftAsync()).Pictures.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Forty_messages_whose_pictures_do_not_arrive_hold_up_nobody_else_and_none_is_lost()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var held = Enumerable.Range(0, 40).Select(_ => host.Faults.Hold(operation: ConnectorOperation.Attachment)).ToList();
        var sending = Enumerable
            .Range(0, 40)
            .Select(number => scenario.Author.SendAsync($"{Scenario.Text}{number}", [new LocalFile("a.jpg", SampleImages.Jpeg(gps: true))]))
            .ToList();
        await held[0].Arrived;

        (await scenario.Checker.SayAsync("一覧").WaitAsync(TimeSpan.FromSeconds(30))).Answer!.Status.ShouldBe(202);

        sending.ShouldContain(message => !message.IsCompleted, "else nobody was in the way");
        foreach (var call in held) call.Release();
        (await Task.WhenAll(sending)).ShouldAllBe(said => said.Answer!.Status == 202);
        (await host.ReadAsync(db => db.Drafts.CountAsync())).ShouldBe(40);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_costs_the_picture_and_not_the_text()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var held = host.Faults.Hold(operation: ConnectorOperation.Attachment);

        var sending = scenario.Author.SendAsync(Scenario.Text, [new LocalFile("a.jpg", SampleImages.Jpeg(gps: true))]);
        await held.Arrived;
        host.Time.Advance(TimeSpan.FromSeconds(8));

        (await sending).Answer!.Status.ShouldBe(202);
        await host.SeesTextAsync(scenario.Author.Chat, "時間がかかりすぎました");
        (await scenario.DraftAsync()).Current.Text.ShouldBe(Scenario.Text);
    }

    [Theory]
    [InlineData("""{"contentType":"image/png","contentUrl":"https://evil.example/x.png"}""")]
    [InlineData("""{"contentType":"image/png","contentUrl":"http://169.254.169.254/latest"}""")]
    [InlineData("""{"contentType":"image/png"}""")]
    [InlineData(
        """{"contentType":"application/vnd.microsoft.teams.file.download.info","name":"a.jpg","content":{"downloadUrl":"https://sharepoint.com.evil.example/x"}}"""
    )]
    public async Task Nothing_is_asked_of_a_stranger(string attachment)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var forged = JsonObject.Create((await scenario.Author.SayAsync("準備")).Message.Activity)!;
        (forged["id"], forged["text"], forged["attachments"]) = ("1790000000123", Scenario.Text, new JsonArray(JsonNode.Parse(attachment)));

        (await scenario.Author.DeliverAsync(forged)).Status.ShouldBe(202);

        await host.SeesTextAsync(scenario.Author.Chat, "この置き場所の画像は受け取れません");
        (await scenario.DraftAsync()).Pictures.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_pictures_than_a_draft_takes_are_counted_and_the_first_are_kept()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        await scenario.Author.SendAsync(
            Scenario.Text,
            [.. Enumerable.Range(0, 9).Select(n => new LocalFile("a.jpg", [.. SampleImages.Jpeg(gps: false), (byte)n]))]
        );

        await host.SeesTextAsync(scenario.Author.Chat, "4枚までです");
        (await scenario.DraftAsync()).Pictures.Count.ShouldBe(4);
        host.Tenant.Calls.Count(call => call.Operation == ConnectorOperation.Attachment).ShouldBe(4);
    }

    private static byte[] BytesOf(string kind) => kind switch
    {
        "html" => Encoding.UTF8.GetBytes("<!DOCTYPE html><html><script>alert(1)</script></html>"),
        "pdf" => Encoding.ASCII.GetBytes("%PDF-1.7\n"),
        "movie" => [0, 0, 0, 24, .. "ftypmp42"u8, 0, 0, 0, 0],
        "noise" => [.. Enumerable.Range(0, 200).Select(n => (byte)(n * 37))],
        "empty" => [],
        "cut" => SampleImages.Jpeg(gps: true)[..300],
        _ => [.. SampleImages.Jpeg(gps: true), .. new byte[16 * 1024 * 1024]],
    };
}
