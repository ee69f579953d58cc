using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Packs;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>The end of an account: announced, repeated, locked until the notices have stood, ticked with proof, and over.</summary>
public sealed class ClosingTests
{
    [Fact]
    [Clause("tochigi-8-1")]
    public async Task A_closing_drafts_its_notices_plans_repeats_and_locks_the_deletion_until_they_have_stood()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var (writer, desk, head) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker), await host.OpenAsync(BotHost.Head));
        await play.EntrustAsync(writer, "koho-x", RotationPlay.Sato, "2026-10-01");
        await writer.SayAsync("廃止 koho-x 2026-12-10");
        var form = await play.SeesAsync(writer, "アカウントの廃止");
        BotHost.Words(form.Card!.Value).ShouldContain("アカウントと県公式ホームページで30日間お知らせします");
        var early = await writer.PressAsync(form, "廃止の手続きを始める", Plan("2026-12-10", "媒体の整理のため"));
        Scenario.Shown(early).ShouldContain("お知らせの期間（30日）が必要です。12/20(日)以降の日を選んでください。");
        early.ToCardAnswer().Card!.Value.GetRawText().ShouldContain("媒体の整理のため");
        var begun = await writer.PressAsync(form, early.ToCardAnswer().Card!.Value, "廃止の手続きを始める", Plan("2026-12-28", "媒体の整理のため"));
        Scenario.Shown(begun).ShouldContain("廃止の手続きを始め、関係する方に知らせました。");
        await host.SeesTextAsync(head.Chat, "栃木県広報課（X） の廃止の手続きを、佐藤 花子さんが始めました（12/28(月)に廃止）");
        await host.SeesTextAsync(desk.Chat, "廃止の手続きを、佐藤 花子さんが始めました");
        (await StateAsync(host)).ShouldBe(AccountState.Closing);
        (await TasksAsync(host, "closing-notice")).Select(task => task.DueOn).ShouldBe(
            [new(2026, 11, 20), new(2026, 12, 9), new(2026, 12, 21), new(2026, 12, 25)]);
        (await TasksAsync(host, "closing-end")).ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 12, 28));

        await writer.SayAsync("廃止 koho-x");
        var card = await play.SeesAsync(writer, "すること　0／7");
        (await writer.PressAsync(card, "お知らせの案を受け取る")).ToCardAnswer();
        var onAccount = await host.SeesTextAsync(writer.Chat, "【アカウント廃止のお知らせ】");
        onAccount.Text.ShouldContain("「栃木県広報課」（X）は、2026年12月28日（月）で廃止します");
        (await host.SeesTextAsync(writer.Chat, "・URL　〔URL〕")).Text.ShouldContain("・理由　〔公表する理由〕");

        var first = card;
        // Nothing but the notices and the copy of the posts can be ticked now.
        Scenario.Shown(await writer.PressForgedAsync(card, "済みにする", ("step", "deletion"), ("day", "2026-11-20"), ("proof", "消した")))
            .ShouldContain("先に、すべてのお知らせを出してください。");
        card = await TickAsync(play, writer, "notice0", "2026-11-20", "https://x.com/tochigi_koho/status/1");
        (await writer.PressAsync(card, "済みにする", Tick("notice1", "2026-11-20", ""))).ToCardAnswer().Card!.Value.GetRawText()
            .ShouldContain("確かめたこと（URL、保存先など）を入力してください");
        await TickAsync(play, writer, "notice1", "2026-11-20", "https://www.pref.tochigi.lg.jp/sns.html");
        (await TasksAsync(host, "closing-notice"))[0].State.ShouldBe(TaskState.Done);
        await TickAsync(play, writer, "archive", "2026-11-20", "庁内の共有フォルダー");

        await play.GoToAsync(RotationPlay.At(2026, 12, 9, 8, 31));
        await play.SeesAsync(writer, "廃止のお知らせを出してください");
        await writer.SayAsync("廃止 koho-x");
        card = await play.SeesAsync(writer, "すること　3／7");
        BotHost.Words(card.Card!.Value).ShouldContain("アカウントの削除　12/28(月)から");
        BotHost.Words(card.Card!.Value).ShouldNotContain("済みにする");
        var stamp = (await host.ReadAsync(db => db.AccountClosings.SingleAsync())).Stamp;
        Scenario.Shown(await writer.PressForgedAsync(
            first, "済みにする", ("endingStamp", FormattableString.Invariant($"{stamp}")), ("step", "deletion"), ("day", "2026-12-09"), ("proof", "消した")))
            .ShouldContain("廃止する日の12/28(月)からできます");

        await play.GoToAsync(RotationPlay.At(2026, 12, 28, 9));
        await TickAsync(play, writer, "deletion", "2026-12-28", "削除の画面を保存した");
        await TickAsync(play, writer, "links", "2026-12-28", "両方のリンクを外した");
        await TickAsync(play, writer, "listing", "2026-12-28", "https://www.pref.tochigi.lg.jp/sns.html");
        await TickAsync(play, writer, "credential", "2026-12-28", "端末からログアウトした");
        await host.SeesTextAsync(head.Chat, "廃止の手続きがそろいました");
        await head.SayAsync("廃止 koho-x");
        var last = await play.SeesAsync(head, "すること　7／7");
        Scenario.Shown(await head.PressAsync(last, "廃止を完了する")).ShouldContain("廃止を完了し、関係する方に知らせました。");
        (await StateAsync(host)).ShouldBe(AccountState.Closed);
        (await host.ReadAsync(db => db.DatedTasks.ToListAsync())).ShouldAllBe(task => !task.IsOpen);
        var closing = await host.ReadAsync(db => db.AccountClosings.SingleAsync());
        closing.Ticks.ShouldAllBe(tick => tick.By == BotHost.Author && tick.Proof.Length > 0);
        closing.EndedBy.ShouldBe(BotHost.Head);
        (await host.ReadAsync(db => db.AuditEntries.Select(entry => entry.Action).ToListAsync()))
            .ShouldSatisfyAllConditions(
                all => all.Count(action => action == "closing.tick").ShouldBe(7), all => all.ShouldContain("closing.end"));
        await writer.SayAsync("台帳 koho-x");
        await play.SeesAsync(writer, "状態　閉鎖済み");
    }

    [Fact]
    public async Task A_closing_account_can_be_written_for_and_says_so_and_can_be_taken_back()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, head) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head));
        await host.OpenAsync(BotHost.Checker);
        await BeginAsync(play, writer, "city-x", "2026-12-28");
        var scenario = new Scenario(host);
        BotHost.Words((await scenario.SubmitAsync()).Card!.Value).ShouldContain("このアカウントは2026年12月28日に廃止します。");

        await writer.SayAsync("廃止 city-x");
        var own = await play.SeesAsync(writer, "アカウントの廃止の手続き");
        BotHost.Words(own.Card!.Value).ShouldNotContain("廃止を取りやめる");
        await head.SayAsync("廃止 city-x");
        var card = await play.SeesAsync(head, "アカウントの廃止の手続き");
        var refused = await head.PressAsync(card, "廃止を取りやめる", Back(""));
        Scenario.Shown(refused).ShouldSatisfyAllConditions(
            words => words.ShouldContain("取りやめる理由を入力してください"), words => words.ShouldContain("▲ 取りやめる理由"));
        var open = refused.ToCardAnswer().Card!.Value;
        var fold = open.GetProperty("body").EnumerateArray()
            .Single(part => part.TryGetProperty("id", out var id) && id.GetString() == "back");
        (fold.TryGetProperty("isVisible", out var visible) && !visible.GetBoolean()).ShouldBeFalse();
        Scenario.Shown(await head.PressAsync(card, open, "廃止を取りやめる", Back("利用者から続けてほしいと声があったため"))).ShouldContain("廃止を取りやめ");
        await host.SeesTextAsync(writer.Chat, "廃止を、田中 誠さんが取りやめました");
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync(record => record.AccountId == "city-x"))).State
            .ShouldBe(AccountState.Running);
        (await host.ReadAsync(db => db.DatedTasks.Where(task => task.Key.StartsWith("closing")).ToListAsync()))
            .ShouldAllBe(task => task.State == TaskState.Dropped);
        // An older card does not count any more, and what was typed in it is given back.
        Scenario.Shown(await writer.PressAsync(own, "済みにする", Tick("archive", "2026-11-20", "共有フォルダー"))).ShouldContain("共有フォルダー");
    }

    [Fact]
    public async Task Bad_days_and_strangers_are_refused_and_a_missing_account_is_asked_for()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, other) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync("中村 美咲"));
        await writer.SayAsync("廃止");
        await play.SeesAsync(writer, "どのアカウントを廃止しますか");
        await writer.SayAsync("廃止 city-x");
        var form = await play.SeesAsync(writer, "廃止する理由");
        foreach (var (day, said) in ((string, string)[])
        [
            ("2026-11-19", "廃止する日が過ぎています"), ("2036-01-01", "1年以内の日を選んでください"), ("2026-06-31", "廃止する日を選んでください"),
        ])
            Scenario.Shown(await writer.PressAsync(form, "廃止の手続きを始める", Plan(day, "整理のため"))).ShouldContain(said);
        Scenario.Shown(await writer.PressAsync(form, "廃止の手続きを始める", Plan("2026-12-28", ""))).ShouldContain("廃止する理由を入力してください");
        await other.SayAsync("廃止 city-x");
        var shown = await play.SeesAsync(other, "アカウントの廃止");
        BotHost.Words(shown.Card!.Value).ShouldNotContain("廃止の手続きを始める");
        (await host.ReadAsync(db => db.AccountClosings.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Who_reads_english_closes_in_english_and_two_beginners_are_one_closing()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, desk) = (await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Checker));
        await writer.SayAsync("英語");
        await host.IdleAsync();
        await writer.SayAsync("closeaccount city-x");
        var form = await play.SeesAsync(writer, "Begin the closing");
        await BeginAsync(play, desk, "city-x", "2026-12-28");

        Scenario.Shown(await writer.PressAsync(form, "Begin the closing", Plan("2026-12-28", "too few readers"))).ShouldSatisfyAllConditions(
            words => words.ShouldContain("鈴木 一郎 has begun the closing already."), words => words.ShouldContain("too few readers"));
        (await host.ReadAsync(db => db.AccountClosings.SingleAsync())).PlannedBy.ShouldBe(BotHost.Checker);
    }

    internal static async Task BeginAsync(RotationPlay play, LocalTeams.TeamsClient by, string account, string day)
    {
        await by.SayAsync($"廃止 {account} {day}");
        var form = await play.SeesAsync(by, "廃止する理由");
        Scenario.Shown(await by.PressAsync(form, "廃止の手続きを始める", Plan(day, "利用が少ないため"))).ShouldContain("廃止の手続きを始め");
    }

    internal static async Task<LocalTeams.Chats.ChatMessage> TickAsync(
        RotationPlay play, LocalTeams.TeamsClient by, string step, string day, string proof, string account = "koho-x")
    {
        var old = by.Chat.FromBot.Select(message => message.Id).ToHashSet();
        await by.SayAsync($"廃止 {account}");
        var card = await play.Host.SeesAsync(by.Chat, message => !old.Contains(message.Id) && RotationPlay.Says(message, "済みにする"));
        Scenario.Shown(await by.PressAsync(card, "済みにする", Tick(step, day, proof))).ShouldContain("を済みにしました");
        await by.SayAsync($"廃止 {account}");
        return await play.Host.SeesAsync(
            by.Chat, message => !old.Contains(message.Id) && message.Id != card.Id && RotationPlay.Says(message, "廃止の手続き"));
    }

    private static async Task<AccountState?> StateAsync(BotHost host) =>
        (await host.ReadAsync(db => db.AccountRecords.SingleAsync(record => record.AccountId == "koho-x"))).State;

    private static Task<List<DatedTask>> TasksAsync(BotHost host, string key) =>
        host.ReadAsync(db => db.DatedTasks.Where(task => task.Key == key).OrderBy(task => task.DueOn).ToListAsync());

    internal static Dictionary<string, string> Plan(string day, string reason) => new() { ["day"] = day, ["reason"] = reason };

    internal static Dictionary<string, string> Tick(string step, string day, string proof) =>
        new() { ["step"] = step, ["day"] = day, ["proof"] = proof };

    private static Dictionary<string, string> Back(string reason) => new() { ["backReason"] = reason };
}
