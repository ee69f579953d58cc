using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Connector;

namespace TeamsBot.Tests.Conversations;

/// <summary>Somebody who could not be reached for a while hears of what is open, and of much of it in one message.</summary>
public sealed class FloodTests
{
    private static string TextOf(int number) => KillWorld.TextOf(number);

    [Fact]
    public async Task A_reviewer_who_comes_late_hears_of_open_drafts_only()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        foreach (var number in Enumerable.Range(1, 4)) await HandInAsync(host, author, number);
        foreach (var number in (int[])[1, 2]) await author.PressAsync(await host.CurrentCardAsync(author, number), "取り下げる");
        await host.IdleAsync();

        var checker = await host.OpenAsync(BotHost.Checker);
        await host.SeesCardAsync(checker, "確認中", 4);
        await host.IdleAsync();

        Drafts(checker).ShouldBe(["No.3", "No.4"], ignoreOrder: true);
    }

    [Fact]
    public async Task Five_open_drafts_come_as_one_list_and_each_opens_below_it()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        foreach (var number in Enumerable.Range(1, 5)) await HandInAsync(host, author, number);
        await host.IdleAsync();

        var checker = await host.OpenAsync(BotHost.Checker);
        var list = await host.SeesAsync(checker.Chat, message =>
            message.Card is { } card && BotHost.Words(card).StartsWith("お知らせ 5件", StringComparison.Ordinal)
        );
        await host.IdleAsync();

        Drafts(checker).ShouldBeEmpty();
        Notices.Buttons(list.Card!.Value).Select(button => button.Draft).ShouldBe(["1", "2", "3", "4", "5"]);
        await OpenAsync(host, checker, list, 2);
        await host.SeesCardAsync(checker, "確認中", 2);
        await OpenAsync(host, checker, list, 4);
        await host.SeesCardAsync(checker, "確認中", 4);
        Drafts(checker).ShouldBe(["No.2", "No.4"]);
    }

    [Fact]
    public async Task After_an_outage_on_a_weekend_nothing_rings_before_the_office_opens()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await host.IdleAsync();
        host.Faults.AddLasting(ConnectorFault.Down, scenario.Checker.Chat.Id);
        foreach (var number in Enumerable.Range(1, 5)) await HandInAsync(host, scenario.Author, number, date: "2026-12-15");
        await ToAsync(host, new DateTimeOffset(2026, 11, 21, 22, 0, 0, TimeSpan.FromHours(9)));
        host.Faults.Clear();
        var before = scenario.Checker.Chat.FromBot.Count;

        await ToAsync(host, new DateTimeOffset(2026, 11, 24, 8, 29, 0, TimeSpan.FromHours(9)));
        scenario.Checker.Chat.FromBot.Count.ShouldBe(before);
        await ToAsync(host, new DateTimeOffset(2026, 11, 24, 8, 31, 0, TimeSpan.FromHours(9)));

        // The first may have arrived before the line broke: it is sent again as it was. What was never tried comes as one list.
        scenario.Checker.Chat.FromBot.Count.ShouldBe(before + 2);
        Notices.Last(scenario.Checker).ShouldStartWith("お知らせ 4件");
    }

    private static async Task HandInAsync(BotHost host, TeamsClient author, int number, string date = "2026-11-24")
    {
        await author.SayAsync(TextOf(number));
        var card = await host.SeesCardAsync(author, "下書き", number);
        var inputs = Scenario.Plan(date: date);
        foreach (var key in Scenario.AnswerFields(card)) inputs[key] = "担当課に確認しました。";
        Scenario.Shown(await author.PressAsync(card, Scenario.HandIn, inputs)).ShouldStartWith("確認中");
    }

    private static Task<BotAnswer> OpenAsync(BotHost host, TeamsClient client, ChatMessage list, int number)
    {
        var row = list.Card!.Value.GetProperty("body")
            .EnumerateArray()
            .First(item => item.GetRawText().Contains($"\"draft\":\"{number}\"", StringComparison.Ordinal));
        host.ShouldNotBeNull();
        return client.PressAsync(list, row, Notices.Buttons(row).Single().Title);
    }

    private static async Task ToAsync(BotHost host, DateTimeOffset at)
    {
        while (host.Time.GetUtcNow() < at)
        {
            var step = at - host.Time.GetUtcNow();
            host.Time.Advance(step < TimeSpan.FromHours(1) ? step : TimeSpan.FromHours(1));
            await host.StepAsync();
        }

        // What waits for the opening is due all the while, so there is no rest to wait for.
        for (var steps = 0; steps < 8; steps++) await host.StepAsync();
    }

    private static List<string> Drafts(TeamsClient client) =>
        [
            .. client
                .Chat.FromBot.Where(message =>
                    message.Card is { } card
                    && BotHost.Words(card).StartsWith("確認をお願いします", StringComparison.Ordinal)
                    && !Notices.Buttons(card).Any(button => button.Verb == ApprovalVerbs.Open)
                )
                .Select(message => BotHost.Words(message.Card!.Value).Split(' ', '\n')[1]),
        ];
}
