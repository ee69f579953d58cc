using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;

namespace TeamsBot.Tests.Conversations;

/// <summary>Terms under which an account cannot be used: everybody concerned hears, and no other stop hides it.</summary>
public sealed class AdverseTermsTests
{
    [Fact]
    public async Task The_writers_of_the_section_hear_that_their_account_is_stopped()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, reviewer, desk, head) = (
            await host.OpenAsync("中村 美咲"), await host.OpenAsync("小林 健"), await host.OpenAsync(BotHost.Checker), await host.OpenAsync("加藤 学"));
        await play.EntrustAsync(writer, "bosai-x", RotationPlay.Kobayashi, "2026-10-01");
        var card = await AskedAsync(play, desk, reviewer);
        Scenario.Shown(await reviewer.PressAsync(card, "結果を記録する", Adverse)).ShouldContain("このアカウントの投稿を止めました");

        await host.SeesTextAsync(writer.Chat, "を、小林 健さんが使用停止にしました。理由：権利が移る。解除できるのは、加藤 学さんです。");
        await play.SeesAsync(head, "使用停止：星見市防災課（X）");
        RotationPlay.Count(head, "が使用停止にしました。理由").ShouldBe(0);
    }

    [Fact]
    public async Task An_emergency_stop_that_is_open_takes_the_verdict_up_and_an_older_card_does_not_lift_both()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var (writer, desk, head) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await play.EntrustAsync(writer, "koho-x", RotationPlay.Sato, "2026-10-01");
        await writer.SayAsync("緊急停止 koho-x 乗っ取りの疑い");
        await play.SeesAsync(writer, "停止し、関係する方に知らせました");
        await head.SayAsync("停止解除 koho-x");
        var lift = await play.SeesAsync(head, "停止を解除する理由");
        var card = await AskedAsync(play, desk, writer);
        await writer.PressAsync(card, "結果を記録する", Adverse);

        var stop = await host.ReadAsync(db => db.AccountStops.SingleAsync());
        (stop.Kind, stop.Reason).ShouldBe((StopKind.Adverse, "乗っ取りの疑い。権利が移る"));
        Scenario.Shown(await head.PressAsync(lift, "停止を解除する", new Dictionary<string, string> { ["reason"] = "乗っ取りではなかった" }))
            .ShouldSatisfyAllConditions(
                words => words.ShouldContain("状態が変わっています"), words => words.ShouldContain("乗っ取りの疑い。権利が移る"));
        (await host.ReadAsync(db => db.AccountStops.SingleAsync())).LiftedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_stop_that_two_people_gave_reasons_for_names_both()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var (writer, desk) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await play.EntrustAsync(writer, "koho-x", RotationPlay.Sato, "2026-10-01");
        await desk.SayAsync("緊急停止 koho-x 乗っ取りの疑い");
        await play.SeesAsync(desk, "停止し、関係する方に知らせました");
        await writer.PressAsync(await AskedAsync(play, desk, writer), "結果を記録する", Adverse);

        await host.IdleAsync();
        await desk.SayAsync("停止解除 koho-x");
        await play.SeesAsync(desk, "鈴木 一郎、佐藤 花子");
    }

    [Fact]
    public async Task Who_cannot_end_a_note_sees_no_button_for_it()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var (desk, head) = (await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await head.SayAsync("機能変更 X 文字数上限");
        (await play.SeesAsync(head, "終えるまで、Xの下書きに表示します。")).Card!.Value.GetRawText().ShouldNotContain("お知らせを終える");
        await head.SayAsync("機能変更");
        (await play.SeesAsync(head, "下書きに表示しているお知らせ")).Card!.Value.GetRawText().ShouldNotContain("お知らせを終える");
        await desk.SayAsync("機能変更");
        (await play.SeesAsync(desk, "下書きに表示しているお知らせ")).Card!.Value.GetRawText().ShouldContain("お知らせを終える");
    }

    private static async Task<LocalTeams.Chats.ChatMessage> AskedAsync(
        RotationPlay play, LocalTeams.TeamsClient desk, LocalTeams.TeamsClient custodian)
    {
        await desk.SayAsync("規約変更 X 2026-12-01 投稿の著作権");
        await play.SeesAsync(desk, "確認を依頼しました");
        await play.SweepAsync();
        return await play.SeesAsync(custodian, "規約の変わったところを確かめてください");
    }

    private static Dictionary<string, string> Adverse => new() { ["verdict"] = "Adverse", ["note"] = "権利が移る" };
}
