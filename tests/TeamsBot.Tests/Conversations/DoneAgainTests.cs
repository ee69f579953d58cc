using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.OfficeDays;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Doing, undoing and doing again are three presses, whatever values they carry; an old answer is given to the same delivery only, and a
/// press on an old card says how things stand now.
/// </summary>
public sealed class DoneAgainTests
{
    [Fact]
    public async Task A_range_approved_ended_and_approved_again_from_the_same_card_is_active()
    {
        await using var host = await StandingPlay.StartAsync();
        var (_, _, head) = await StandingPlay.PeopleAsync(host);
        var list = await StandingPlay.ListAsync(host, head);
        var grant = StandingPlay.Grant("published");

        Scenario.Shown(await head.PressAsync(list, "この範囲を事前承認する", grant)).ShouldContain("事前承認しました");
        Scenario.Shown(await head.PressAsync(list, await ShownAsync(host, head), "終了する：公表済みの内容"));
        Scenario.Shown(await head.PressAsync(list, "この範囲を事前承認する", grant)).ShouldContain("事前承認しました");

        (await host.ReadAsync(db => db.StandingGrants.SingleAsync())).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_day_closed_taken_back_and_closed_again_from_the_same_card_is_closed()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        await desk.SayAsync("開庁日");
        var card = await host.SeesAsync(desk.Chat, message =>
            message.Card is { } shown && BotHost.Words(shown).Contains("勤労感謝の日", StringComparison.Ordinal)
        );
        var day = new Dictionary<string, string> { ["day"] = "2026-12-01", ["kind"] = "Closed", ["name"] = "庁舎の停電" };

        var first = await desk.PressAsync(card, "登録する", day);
        Scenario.Shown(await desk.PressAsync(card, first.ToCardAnswer().Card!.Value, "12/1(火)の登録を取り消す")).ShouldContain("取り消しました");
        Scenario.Shown(await desk.PressAsync(card, "登録する", day)).ShouldContain("登録しました");

        (await host.ReadAsync(db => db.CalendarDays.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_after_somebody_else_took_it_back()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        var other = await host.OpenAsync("高橋 由美");
        await desk.SayAsync("開庁日");
        var card = await host.SeesAsync(desk.Chat, message =>
            message.Card is { } shown && BotHost.Words(shown).Contains("勤労感謝の日", StringComparison.Ordinal)
        );
        var day = new Dictionary<string, string> { ["day"] = "2026-12-01", ["kind"] = "Closed", ["name"] = "庁舎の停電" };
        await desk.PressAsync(card, "登録する", day);
        await other.SayAsync("開庁日");
        var theirs = await host.SeesAsync(other.Chat, message =>
            message.Card is { } shown && BotHost.Words(shown).Contains("庁舎の停電", StringComparison.Ordinal)
        );
        await other.PressAsync(theirs, "12/1(火)の登録を取り消す");

        Scenario.Shown(await desk.PressAsync(card, "登録する", day)).ShouldContain("登録しました");

        (await host.ReadAsync(db => db.CalendarDays.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_delivery_gets_the_same_answer_and_is_done_once()
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        await desk.SayAsync("開庁日");
        var card = await host.SeesAsync(desk.Chat, message =>
            message.Card is { } shown && BotHost.Words(shown).Contains("勤労感謝の日", StringComparison.Ordinal)
        );
        var day = new Dictionary<string, string> { ["day"] = "2026-12-01", ["kind"] = "Closed", ["name"] = "庁舎の停電" };

        var first = await desk.PressAsync(card, "登録する", day);
        var second = await desk.PressAsync(card, "登録する", day);

        second.Body!.Value.GetRawText().ShouldBe(first.Body!.Value.GetRawText());
        (await host.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.Action == "calendar.set"))).ShouldBe(1);
    }

    [Fact]
    public async Task A_press_on_an_old_card_within_ten_minutes_is_answered_with_the_present()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync();
        var old = own.Card!.Value;
        Scenario.Shown(await scenario.Author.PressAsync(own, old, Scenario.HandIn, Scenario.Plan())).ShouldStartWith("確認中");
        var review = await host.SeesCardAsync(scenario.Checker, "確認中");
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);

        // The author's other device still shows the first card, and the same is pressed there.
        Scenario.Shown(await scenario.Author.PressAsync(own, old, Scenario.HandIn, Scenario.Plan())).ShouldStartWith("決裁待ち");

        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.AwaitingDecision);
        (await scenario.ActionsAsync()).ShouldBe(["draft.start", "draft.submit", "draft.approve"]);
    }

    [Fact]
    public async Task A_press_of_an_approver_that_others_have_overtaken_is_answered_with_the_present()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        var old = review.Card!.Value;
        await scenario.Checker.PressAsync(review, old, "確認済みにする", Scenario.Ticks);
        var decision = await host.SeesCardAsync(scenario.Head, "決裁待ち");
        await scenario.Head.PressAsync(decision, "承認する", Scenario.Ticks);

        var words = Scenario.Shown(await scenario.Checker.PressAsync(review, old, "確認済みにする", Scenario.Ticks));

        words.ShouldStartWith("承認済");
        words.ShouldContain("今の操作は記録していません。田中 誠（課長）が承認しました（");
    }

    private static async Task<System.Text.Json.JsonElement> ShownAsync(BotHost host, LocalTeams.TeamsClient head) =>
        (await StandingPlay.ListAsync(host, head)).Card!.Value;
}
