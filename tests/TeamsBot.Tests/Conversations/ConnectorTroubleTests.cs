using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Connector;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The connector refuses, stumbles or is gone (protocol.md 2.5): nothing is lost, no card is doubled, and 「履歴」 says whom it reached.
/// </summary>
public sealed class ConnectorTroubleTests
{
    [Fact]
    public async Task Somebody_who_blocked_the_bot_stands_as_not_reached_and_gets_the_card_when_writing_again()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        host.Faults.AddLasting(ConnectorFault.Blocked, scenario.Checker.Chat.Id);
        var own = await scenario.PasteAsync();
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan())).ShouldStartWith("確認中");
        await host.SeesCardAsync(scenario.Author, "確認中");

        await host.Tenant.WaitForAsync(tenant => tenant.Calls.Any(call => call.Status == 403));
        await HistoryAsync(host, scenario.Author, "鈴木 一郎　届いていません。本人にこのアプリを開いてもらってください。", "佐藤 花子　届いています");

        host.Faults.Clear();
        host.Time.Advance(TimeSpan.FromMinutes(5));
        await scenario.Checker.SayAsync("一覧");
        await host.PassUntilAsync(() => CountOf(scenario.Checker) == 1);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_stands_as_not_reached()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        host.Faults.AddLasting(ConnectorFault.NoConversation, scenario.Checker.Chat.Id);
        var own = await scenario.PasteAsync();
        await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan());

        await HistoryAsync(host, scenario.Author, "鈴木 一郎　届いていません。");
    }

    [Fact]
    public async Task A_card_whose_message_was_deleted_is_posted_anew()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        host.Faults.Add(ConnectorFault.NoActivity, scenario.Author.Chat.Id, ConnectorOperation.Update);

        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);

        await host.PassUntilAsync(() => CountOf(scenario.Author) == 2);
        BotHost.Words(Scenario.CardOf(scenario.Author).Card!.Value).ShouldStartWith("決裁待ち");
    }

    [Fact]
    public async Task A_card_that_is_too_big_stands_as_not_sent_and_the_others_arrive()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync();
        host.Faults.Add(ConnectorFault.TooBig, scenario.Checker.Chat.Id);

        await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan());

        await host.SeesCardAsync(scenario.Author, "確認中");
        await HistoryAsync(host, scenario.Author, "鈴木 一郎　送れませんでした。管理者へ連絡してください。");
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_stumble_is_waited_out_and_the_card_comes_once(int status)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync();
        var fault = status switch
        {
            412 => ConnectorFault.ConcurrentWrite,
            429 => ConnectorFault.Throttled(TimeSpan.FromSeconds(20)),
            500 => ConnectorFault.ServiceError,
            _ => ConnectorFault.Gateway(503),
        };
        host.Faults.Add(fault, scenario.Checker.Chat.Id);
        var before = host.Time.GetUtcNow();

        await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan());

        await host.Tenant.WaitForAsync(tenant => tenant.Calls.Any(call => call.Status == status));
        await host.PassUntilAsync(() => CountOf(scenario.Checker) == 1);
        if (status == 429) (host.Time.GetUtcNow() - before).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(20));
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await HistoryAsync(host, scenario.Author, "鈴木 一郎　届いています");
        CountOf(scenario.Checker).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_of_a_card_whose_answer_was_lost_is_repeated_in_the_same_message()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        host.Faults.Add(ConnectorFault.LostAnswer, scenario.Author.Chat.Id, ConnectorOperation.Update);

        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);

        await host.PassUntilAsync(() =>
            host.Tenant.Calls.Count(call => call is { Operation: ConnectorOperation.Update, Status: 200 }) >= 2
        );
        await host.SeesCardAsync(scenario.Author, "決裁待ち");
        CountOf(scenario.Author).ShouldBe(1);
    }

    [Fact]
    public async Task After_an_hour_without_a_connector_everybody_gets_the_newest_card_once()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync();
        host.Faults.AddLasting(ConnectorFault.Down);
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan())).ShouldStartWith("確認中");
        await host.Tenant.WaitForAsync(tenant => tenant.Calls.Any(call => call.Status is null));

        for (var minute = 0; minute < 60; minute++) host.Time.Advance(TimeSpan.FromMinutes(1));
        await scenario.Author.SayAsync("履歴 1");
        host.Faults.Clear();

        await host.PassUntilAsync(() =>
            CountOf(scenario.Checker) == 1
            // Not the newest of theirs: a note of the trouble may stand below it.
            && scenario.Author.Chat.FromBot.Any(message =>
                message.Card is { } card
                && BotHost.IsOf(card, 1)
                && BotHost.Words(card).StartsWith("確認中", StringComparison.Ordinal)
            )
        );
        await host.PassUntilAsync(() =>
            scenario.Author.Chat.FromBot.Any(message =>
                message.Card is { } card && BotHost.Words(card).Contains("カードの送付状況", StringComparison.Ordinal)
            )
        );
        host.Time.Advance(TimeSpan.FromMinutes(10));
        await HistoryAsync(host, scenario.Author, "鈴木 一郎　届いています");
        CountOf(scenario.Checker).ShouldBe(1);
        // Told of the trouble or not, as the look at it fell: nobody is left with what is no longer true. UnreachedTests plays both.
        await host.PassUntilAsync(() =>
            !scenario.Author.Chat.FromBot.Any(message =>
                message.Card is { } card && BotHost.Words(card).StartsWith("確認の依頼が届いていません", StringComparison.Ordinal)
            )
        );
        CountOf(scenario.Author).ShouldBeInRange(1, 2);
    }

    private static int CountOf(TeamsClient client) =>
        client.Chat.FromBot.Count(message =>
            message.Card is { } card
            && BotHost.IsOf(card, 1)
            && BotHost.Words(card) is var words
            && !words.Contains("カードの送付状況", StringComparison.Ordinal)
        );

    /// <summary>
    /// Asks for the history until it says all of this: what the connector accepted is written down a moment later, for each person on their
    /// own.
    /// </summary>
    private static async Task HistoryAsync(BotHost host, TeamsClient client, params string[] expected)
    {
        var words = "";
        for (var tries = 0; tries < 200; tries++)
        {
            var answers = Histories(client).Count;
            await client.SayAsync("履歴 1");
            await host.PassUntilAsync(() => Histories(client).Count > answers);
            words = Histories(client)[^1];
            if (expected.All(part => words.Contains(part, StringComparison.Ordinal))) return;
            await host.StepAsync();
        }

        throw new ShouldAssertException($"The history never said '{string.Join("', '", expected)}', but '{words}'.");
    }

    private static List<string> Histories(TeamsClient client) =>
        [
            .. client
                .Chat.FromBot.Where(message => message.Card is not null)
                .Select(message => BotHost.Words(message.Card!.Value))
                .Where(words => words.Contains("カードの送付状況", StringComparison.Ordinal)),
        ];
}
