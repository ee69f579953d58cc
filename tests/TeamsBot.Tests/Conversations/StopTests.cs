using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Model;
using TeamsBot.Packs;

namespace TeamsBot.Tests.Conversations;

/// <summary>An account is stopped at once by its people, obeyed on the whole way of a draft, and lifted by its head.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_stopped_account_takes_no_draft_no_approval_and_hands_nothing_out_until_its_head_lifts_it()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var scenario = await new Scenario(host).InstalledAsync();
        var (writer, desk, head) = (scenario.Author, scenario.Checker, scenario.Head);
        var decision = await scenario.ReviewAsync();
        await desk.SayAsync("緊急停止 city-x 乗っ取りの疑い");
        await play.SeesAsync(desk, "停止し、関係する方に知らせました。");
        await host.IdleAsync();
        foreach (var told in (LocalTeams.TeamsClient[])[writer, head])
            RotationPlay.Count(told, "を、鈴木 一郎さんが緊急停止しました。理由：乗っ取りの疑い").ShouldBe(1);

        // Handed in, and decided: both say why not.
        await writer.SayAsync("【星空観察会】12月12日(土)午後6時から、星見市天文台で開催します。申込みは不要です。");
        var second = await host.SeesCardAsync(writer, "下書き", 2);
        Scenario.Shown(await writer.PressAsync(second, Scenario.HandIn, Scenario.Plan())).ShouldContain("停止中のため投稿できません。理由：乗っ取りの疑い。");
        (await scenario.DraftAsync(2)).Status.ShouldBe(DraftStatus.Composing);
        Scenario.Shown(await head.PressAsync(decision, "承認する", Scenario.Ticks)).ShouldContain("停止中のため投稿できません。理由：乗っ取りの疑い。");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.AwaitingDecision);
        await writer.SayAsync("緊急停止 city-x 二人目の知らせ");
        var known = await play.SeesAsync(writer, "すでに鈴木 一郎さんが停止しています。");
        BotHost.Words(known.Card!.Value).ShouldContain("二人目の知らせ");
        BotHost.Words(known.Card!.Value).ShouldContain("停止を解除できるのは、田中 誠さんです。");

        await head.SayAsync("停止解除 city-x");
        var lift = await play.SeesAsync(head, "停止を解除する理由");
        Scenario.Shown(await head.PressAsync(lift, "停止を解除する", Reason(""))).ShouldContain("停止を解除する理由を入力してください");
        Scenario.Shown(await head.PressAsync(lift, "停止を解除する", Reason("パスワードを変え、異常がないことを確かめた"))).ShouldContain("停止を解除し");
        await host.SeesTextAsync(writer.Chat, "停止を、田中 誠さんが解除しました");
        Scenario.Shown(await head.PressAsync(decision, "承認する", Scenario.Ticks)).ShouldStartWith("承認済");

        // Approved, and stopped before it was posted.
        var ready = await host.SeesCardAsync(writer, "承認済");
        await desk.SayAsync("緊急停止 city-x もう一度おかしい");
        await host.SeesTextAsync(head.Chat, "理由：もう一度おかしい");
        Scenario.Shown(await writer.PressAsync(ready, "確かめて本文を受け取る")).ShouldContain("理由：もう一度おかしい");
        await host.SeesTextAsync(writer.Chat, "は、まだ投稿しないでください。");
        await writer.SayAsync("投稿済み 1");
        await play.SeesAsync(writer, "投稿しないでください No.1");
        (await host.ReadAsync(db => db.AccountStops.SingleAsync())).Kind.ShouldBe(StopKind.Emergency);
    }

    /// <summary>The text was handed out: the card its author posts from must not say to post for another quarter of an hour.</summary>
    [Fact]
    public async Task A_stop_is_on_the_card_its_author_posts_from_at_once_and_a_report_meanwhile_reaches_those_who_answer_for_it()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        var ready = await host.SeesCardAsync(scenario.Author, "承認済");
        await scenario.Author.PressAsync(ready, "確かめて本文を受け取る");
        await host.IdleAsync();
        BotHost.Words(scenario.Author.Chat.Find(ready.Id)!.Card!.Value).ShouldContain("投稿してください");

        await scenario.Checker.SayAsync("緊急停止 city-x 乗っ取りの疑い");
        await play.SeesAsync(scenario.Checker, "停止し、関係する方に知らせました。");
        await host.IdleAsync();

        var stopped = await scenario.CurrentCardAsync(scenario.Author);
        BotHost.Words(stopped.Card!.Value).ShouldStartWith("投稿しないでください No.1");
        await scenario.Author.PressAsync(stopped, "投稿を報告する", new Dictionary<string, string> { ["postedUrl"] = "https://x.com/hoshimi_city/status/7" });
        await host.IdleAsync();
        foreach (var told in (LocalTeams.TeamsClient[])[scenario.Head, scenario.Checker])
            told.Chat.FromBot[^1].Text.ShouldSatisfyAllConditions(
                said => said.ShouldStartWith("至急：No.1「"),
                said => said.ShouldContain("停止中のため投稿できません。理由：乗っ取りの疑い。"),
                said => said.ShouldContain("https://x.com/hoshimi_city/status/7"));
    }

    /// <summary>The red card stays in its author's hands for a while; what holds now comes below it.</summary>
    [Fact]
    public async Task After_a_stop_is_lifted_the_card_to_post_from_comes_with_the_message()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.ApproveAsync();
        await host.SeesCardAsync(scenario.Author, "承認済");
        await scenario.Checker.SayAsync("緊急停止 city-x 乗っ取りの疑い");
        await play.SeesAsync(scenario.Checker, "停止し、関係する方に知らせました。");
        await scenario.Head.SayAsync("停止解除 city-x");
        var lift = await play.SeesAsync(scenario.Head, "停止を解除する理由");

        await scenario.Head.PressAsync(lift, "停止を解除する", Reason("異常がないことを確かめた"));
        await host.IdleAsync();

        scenario.Author.Chat.FromBot.ShouldContain(message => RotationPlay.Says(message, "投稿できるようになりました"));
        BotHost.Words((await scenario.CurrentCardAsync(scenario.Author)).Card!.Value).ShouldNotContain("停止中のため");
    }

    [Fact]
    public async Task A_stop_is_no_dormancy_and_a_stranger_cannot_cause_one()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync("中村 美咲"));
        await other.SayAsync("緊急停止 koho-x 見た目がおかしい");
        await host.SeesTextAsync(other.Chat, "まだ停止していません。停止できる方（");
        // Who may, hears what was seen.
        (await host.SeesTextAsync(writer.Chat, "を緊急停止してほしいと連絡がありました。理由：見た目がおかしい。まだ停止していません。"))
            .Text.ShouldContain("「緊急停止 koho-x」");
        await writer.SayAsync("緊急停止 koho-x");
        var form = await play.SeesAsync(writer, "今すぐ停止する");
        Scenario.Shown(await writer.PressAsync(form, "今すぐ停止する", Reason(""))).ShouldContain("何があったかを入力してください");
        Scenario.Shown(await writer.PressAsync(form, "今すぐ停止する", Reason("乗っ取られた"))).ShouldContain("停止し、関係する方に知らせました");
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).State.ShouldBe(AccountState.Stopped);

        // What somebody else sees later is news all the same; nobody is told that it is not stopped.
        await other.SayAsync("緊急停止 koho-x まだおかしい");
        await host.SeesTextAsync(other.Chat, "投稿できない状態です。停止できる方（");
        (await host.SeesTextAsync(writer.Chat, "内容：まだおかしい")).Text.ShouldNotContain("停止していません");

        // Its end can be planned meanwhile; the stop stands.
        await ClosingTests.BeginAsync(play, writer, "koho-x", "2026-12-28");
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync())).State.ShouldBe(AccountState.Stopped);
        await writer.SayAsync("台帳 koho-x");
        var shown = BotHost.Words((await play.SeesAsync(writer, "停止の理由　乗っ取られた")).Card!.Value);
        shown.ShouldContain("廃止する日　2026/12/28(月)");
    }

    private static Dictionary<string, string> Reason(string reason) => new() { ["reason"] = reason };
}
