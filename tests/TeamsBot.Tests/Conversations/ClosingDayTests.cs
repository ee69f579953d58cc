using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Conversations;

/// <summary>The days of a closing: when they are looked at, and which of its tasks a notice ends.</summary>
public sealed class ClosingDayTests
{
    [Fact]
    public async Task A_deletion_inside_the_notice_period_is_not_recorded_nor_anything_before_what_it_waits_for()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await ClosingTests.BeginAsync(play, writer, "koho-x", "2026-12-28");
        await ClosingTests.TickAsync(play, writer, "notice0", "2026-11-20", "https://x.com/tochigi_koho/status/1");
        await ClosingTests.TickAsync(play, writer, "notice1", "2026-11-20", "https://www.pref.tochigi.lg.jp/sns.html");
        await ClosingTests.TickAsync(play, writer, "archive", "2026-11-20", "庁内の共有フォルダー");
        await play.GoToAsync(RotationPlay.At(2026, 12, 28, 9));
        await writer.SayAsync("廃止 koho-x");
        await host.IdleAsync();
        var card = await play.SeesAsync(writer, "済みにする");
        Scenario.Shown(await writer.PressAsync(card, "済みにする", ClosingTests.Tick("deletion", "2026-12-01", "早めに消した")))
            .ShouldSatisfyAllConditions(
                words => words.ShouldContain("廃止する日の12/28(月)からできます"), words => words.ShouldContain("済みにする"));
        await ClosingTests.TickAsync(play, writer, "deletion", "2026-12-28", "削除の画面を保存した");
        await writer.SayAsync("廃止 koho-x");
        await host.IdleAsync();
        card = await play.SeesAsync(writer, "すること　4／7");
        Scenario.Shown(await writer.PressAsync(card, "済みにする", ClosingTests.Tick("links", "2026-12-01", "外した")))
            .ShouldContain("アカウントを削除した12/28(月)より前の日は選べません");
        (await host.ReadAsync(db => db.AccountClosings.SingleAsync())).Ticks.Count.ShouldBe(4);
    }

    [Fact]
    public async Task The_first_notice_is_recorded_in_the_closing_and_ends_no_repeat()
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await play.EntrustAsync(writer, "koho-x", RotationPlay.Sato, "2026-10-01");
        await ClosingTests.BeginAsync(play, writer, "koho-x", "2026-12-28");
        await play.SweepAsync();
        var first = await play.SeesAsync(writer, "廃止のお知らせを出してください");
        BotHost.Words(first.Card!.Value).ShouldSatisfyAllConditions(
            words => words.ShouldContain("廃止の手続きを開く"), words => words.ShouldNotContain("もう一度"),
            words => words.ShouldNotContain("お知らせを出した"));
        var task = await host.ReadAsync(db => db.DatedTasks.Where(one => one.Key == "closing-notice").OrderBy(one => one.DueOn).FirstAsync());
        Scenario.Shown(await writer.PressAsAsync(
            first, "廃止の手続きを開く", "closing.repeat", ("proof", "https://x.com/a/status/1"), ("task", task.Id.ToString("N")),
            ("stamp", FormattableString.Invariant($"{task.Stamp}")))).ShouldContain("はじめのお知らせは、廃止の手続きで記録してください");

        await play.GoToAsync(RotationPlay.At(2026, 12, 9, 8, 31));
        await ClosingTests.TickAsync(play, writer, "notice0", "2026-12-08", "https://x.com/tochigi_koho/status/1");
        await ClosingTests.TickAsync(play, writer, "notice1", "2026-12-09", "https://www.pref.tochigi.lg.jp/sns.html");
        (await StatesAsync(host)).ShouldBe([TaskState.Done, TaskState.Open, TaskState.Open, TaskState.Open]);
        await writer.SayAsync("今週");
        await writer.PressAsync(await play.SeesAsync(writer, "今週 "), "お知らせに進む");
        await host.IdleAsync();
        var repeat = await play.SeesAsync(writer, "廃止の日を、もう一度お知らせしてください");
        Scenario.Shown(await writer.PressAsync(repeat, "お知らせを出した", new Dictionary<string, string> { ["proof"] = "https://x.com/a/status/2" }))
            .ShouldContain("お知らせを記録しました");
        (await StatesAsync(host)).ShouldBe([TaskState.Done, TaskState.Done, TaskState.Open, TaskState.Open]);
    }

    [Theory]
    [InlineData("廃止 koho-x 3年間投稿がないため", "3年間投稿がないため")]
    [InlineData("廃止 koho-x 12月から担当者がいないため", "12月から担当者がいないため")]
    public async Task A_reason_that_begins_with_a_number_is_the_reason_and_no_day(string typed, string reason)
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await writer.SayAsync(typed);
        var form = (await play.SeesAsync(writer, "廃止の手続きを始める")).Card!.Value;
        form.GetRawText().ShouldContain($"\"value\":\"{reason}\"");
        BotHost.Words(form).ShouldNotContain("日付として読めません");
    }

    [Theory]
    [InlineData("廃止 koho-x 2026-12-10 利用が少ないため", "お知らせの期間（30日）が必要です。12/20(日)以降の日を選んでください。", "2026-12-10")]
    [InlineData("廃止 koho-x 2026-11-19 利用が少ないため", "廃止する日が過ぎています", "2026-11-19")]
    [InlineData("廃止 koho-x 2026-13-40 利用が少ないため", "「2026-13-40」は、日付として読めません", "利用が少ないため")]
    public async Task An_objection_to_the_day_is_made_as_soon_as_it_is_typed_and_the_rest_is_the_reason(string typed, string said, string kept)
    {
        await using var host = await BotHost.StartAsync(settings: "--Pack:Name=tochigi");
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await writer.SayAsync(typed);
        var form = (await play.SeesAsync(writer, "廃止の手続きを始める")).Card!.Value;
        BotHost.Words(form).ShouldContain(said);
        form.GetRawText().ShouldSatisfyAllConditions(card => card.ShouldContain(kept), card => card.ShouldContain("利用が少ないため"));
    }

    [Fact]
    public async Task A_day_typed_without_an_account_stays_until_one_is_chosen()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var writer = await host.OpenAsync(BotHost.Author);
        await writer.SayAsync("廃止 2026-12-28");
        var asked = await play.SeesAsync(writer, "どのアカウントを廃止しますか");
        BotHost.Words(asked.Card!.Value).ShouldNotContain("台帳にありません");
        (await writer.PressAsync(asked, "星見市（X）")).ToCardAnswer().Card!.Value.GetRawText().ShouldContain("\"value\":\"2026-12-28\"");
    }

    [Fact]
    public async Task Whoever_may_not_take_it_back_reads_all_who_may_and_the_words_of_a_late_press_come_back()
    {
        await using var host = await BotHost.StartAsync();
        var play = new RotationPlay(host);
        var (writer, head, desk) = (
            await host.OpenAsync(BotHost.Author), await host.OpenAsync(BotHost.Head), await host.OpenAsync(BotHost.Checker));
        await ClosingTests.BeginAsync(play, writer, "city-x", "2026-12-28");
        await writer.SayAsync("廃止 city-x");
        var own = await play.SeesAsync(writer, "アカウントの廃止の手続き");
        (await writer.PressAsAsync(own, "済みにする", "closing.takeBack", ("backReason", "やめたい"))).ToCardAnswer().Text.ShouldNotBeNull()
            .ShouldContain("これができるのは、鈴木 一郎さん、田中 誠さん、高橋 由美さんです");

        await desk.SayAsync("廃止 city-x");
        var late = await play.SeesAsync(desk, "アカウントの廃止の手続き");
        await head.SayAsync("廃止 city-x");
        var card = await play.SeesAsync(head, "アカウントの廃止の手続き");
        Scenario.Shown(await head.PressAsync(card, "廃止を取りやめる", Back("新しいパスワードは Abc123!xyz です"))).ShouldSatisfyAllConditions(
            words => words.ShouldContain("廃止を取りやめ"), words => words.ShouldContain("パスワードのような文字は消しました"));
        Scenario.Shown(await desk.PressAsync(late, "廃止を取りやめる", Back("声があったため"))).ShouldContain("入力された次の内容は送られていません。\n声があったため");
    }

    private static Dictionary<string, string> Back(string reason) => new() { ["backReason"] = reason };

    private static Task<List<TaskState>> StatesAsync(BotHost host) => host.ReadAsync(db =>
        db.DatedTasks.Where(task => task.Key == "closing-notice").OrderBy(task => task.DueOn).Select(task => task.State).ToListAsync());
}
