using Microsoft.EntityFrameworkCore;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.OfficeDays;

namespace TeamsBot.Tests.Conversations;

/// <summary>「開庁日」: the desk's table of days comes before computed holidays, in the next check.</summary>
public sealed class CalendarTests
{
    [Fact]
    public async Task A_day_the_desk_closed_is_a_closed_day_for_posts_planned_on_it_and_taken_back_it_is_none()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await ShowAsync(host, scenario.Checker);
        BotHost.Words(card.Card!.Value).ShouldContain("11/23(月) 勤労感謝の日");

        Scenario
            .Shown(await scenario.Checker.PressAsync(card, "登録する", Day("2026-12-01", "Closed", "庁舎の停電")))
            .ShouldContain("12/1(火)を「臨時に閉庁」として登録しました");
        await scenario.PasteAsync();
        var draft = Scenario.CardOf(scenario.Author);
        Scenario.Shown(await scenario.Author.PressAsync(draft, "保存して点検する", Scenario.Plan(date: "2026-12-01"))).ShouldContain("臨時の閉庁日");

        var open = await ShowAsync(host, scenario.Checker, "庁舎の停電");
        Scenario.Shown(await scenario.Checker.PressAsync(open, "12/1(火)の登録を取り消す")).ShouldContain("取り消しました");
        Scenario
            .Shown(
                await scenario.Author.PressAsync(
                    await scenario.CurrentCardAsync(scenario.Author),
                    "保存して点検する",
                    Scenario.Plan(date: "2026-12-01")
                )
            )
            .ShouldNotContain("閉庁日");
        (await scenario.ActionsAsync()).ShouldBe(["calendar.set", "draft.start", "draft.check", "calendar.remove", "draft.check"]);
    }

    [Fact]
    public async Task A_holiday_made_by_a_new_law_is_one_in_the_next_check()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await ShowAsync(host, scenario.Checker);
        Scenario.Shown(await scenario.Checker.PressAsync(card, "登録する", Day("2026-12-04", "Holiday", ""))).ShouldContain("祝日の名前を入力してください");
        Scenario.Shown(await scenario.Checker.PressAsync(card, "登録する", Day("2026-12-04", "Holiday", "記念の日"))).ShouldContain("12/4(金) 記念の日");

        await scenario.PasteAsync(Closure);
        (await FindingsAsync(host)).ShouldNotContain("holiday-name");
    }

    [Fact]
    public async Task Without_the_table_the_same_text_names_a_holiday_that_is_none()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        await scenario.PasteAsync(Closure);

        (await FindingsAsync(host)).ShouldContain("holiday-name");
    }

    [Fact]
    public async Task Others_see_it_and_cannot_change_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await ShowAsync(host, scenario.Checker);
        var shown = await ShowAsync(host, scenario.Author);
        BotHost.Words(shown.Card!.Value).ShouldContain("登録できるのは、広報担当と管理者です");
        BotHost.Words(shown.Card!.Value).ShouldNotContain("登録する");

        // A card of the desk's, pressed by somebody else.
        (await scenario.Author.PressAsync(own, own.Card!.Value, "登録する", Day("2026-12-01", "Closed", "")))
            .ToCardAnswer()
            .Text.ShouldNotBeNull()
            .ShouldContain("広報担当と管理者");
        (await host.ReadAsync(db => db.CalendarDays.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("", "Closed", "日を選んでください")]
    [InlineData("2026-02-30", "Closed", "日を選んでください")]
    [InlineData("2026-11-19", "Closed", "今日から3年以内")]
    [InlineData("2030-01-01", "Closed", "今日から3年以内")]
    [InlineData("2026-12-01", "7", "扱いを選んでください")]
    [InlineData("2026-12-01", "Whatever", "扱いを選んでください")]
    public async Task What_makes_no_sense_is_asked_for_again(string day, string kind, string said)
    {
        await using var host = await BotHost.StartAsync();
        var desk = await host.OpenAsync(BotHost.Checker);

        Scenario.Shown(await desk.PressAsync(await ShowAsync(host, desk), "登録する", Day(day, kind, ""))).ShouldContain(said);

        (await host.ReadAsync(db => db.CalendarDays.CountAsync())).ShouldBe(0);
    }

    private const string Closure = "【休館のお知らせ】12月4日（金・祝）は、星見市立図書館を休館します。ご了承ください。";

    private static async Task<IReadOnlyList<string>> FindingsAsync(BotHost host) =>
        [.. (await new Scenario(host).DraftAsync()).Current.Findings.Select(finding => finding.RuleId)];

    private static Dictionary<string, string> Day(string day, string kind, string name) =>
        new()
        {
            ["day"] = day,
            ["kind"] = kind,
            ["name"] = name,
        };

    private static async Task<ChatMessage> ShowAsync(BotHost host, TeamsClient client, string part = "開庁日と祝日")
    {
        var before = client.Chat.FromBot.Count;
        await client.SayAsync("開庁日");
        return await host.SeesAsync(client.Chat, message =>
            client.Chat.FromBot.ToList().IndexOf(message) >= before
            && message.Card is { } card
            && BotHost.Words(card) is var words
            && words.StartsWith("開庁日と祝日", StringComparison.Ordinal)
            && words.Contains(part, StringComparison.Ordinal)
        );
    }
}
