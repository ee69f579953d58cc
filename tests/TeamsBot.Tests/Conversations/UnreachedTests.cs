using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Approvals;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.Reminders;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// Nobody waits on nobody: a request that reached nobody is told to its author and the desk, with what to do; and a card is not given up
/// while its draft waits (protocol.md 2.5).
/// </summary>
public sealed class UnreachedTests
{
    private const string OtherChecker = "高橋 由美";

    [Fact]
    [Case("D02")]
    public async Task A_request_refused_by_both_reviewers_is_told_to_its_author()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var other = await host.OpenAsync(OtherChecker);
        foreach (var client in (TeamsClient[])[scenario.Checker, other]) host.Faults.AddLasting(ConnectorFault.Blocked, client.Chat.Id);
        await HandInAsync(host, scenario);

        await LookAsync(host, TimeSpan.FromMinutes(2));

        Notices.Last(scenario.Author).ShouldStartWith("確認の依頼が届いていません No.1");
        Notices.Last(scenario.Author).ShouldContain("鈴木 一郎さん：このボットの通知を止めているか、ボットを外しています");
        Notices
            .Last(scenario.Author)
            .ShouldContain(
                "Teams でこのボットを開いてもらうと届きます。お急ぎのときは、電話などでお知らせください。",
                customMessage: "both members of the desk are the ones who were not reached"
            );
        Notices.Summary(scenario.Author.Chat.FromBot[^1]).ShouldStartWith("届いていません No.1「図書館まつり」");
        await LookAsync(host, TimeSpan.FromMinutes(5));
        scenario
            .Author.Chat.FromBot.Count(message =>
                message.Card is { } card && BotHost.Words(card).Contains("依頼が届いていません", StringComparison.Ordinal)
            )
            .ShouldBe(1);
    }

    public static TheoryData<ConnectorFault, ConnectorFault> OfBoth => new()
    {
        { Refused(403), Refused(403) },
        { Refused(403, "Forbidden"), Refused(403, "Forbidden") },
        { ConnectorFault.NotInRoster, ConnectorFault.NotInRoster },
        { ConnectorFault.NoConversation, ConnectorFault.NoConversation },
        { ConnectorFault.Unauthorized, ConnectorFault.Unauthorized },
        { ConnectorFault.ServiceError, ConnectorFault.ServiceError },
        { ConnectorFault.Down, ConnectorFault.Down },
        { ConnectorFault.TooBig, ConnectorFault.TooBig },
        { ConnectorFault.Blocked, ConnectorFault.NotInRoster },
        { ConnectorFault.Blocked, ConnectorFault.ServiceError },
        { Refused(400, "BadArgument"), ConnectorFault.Blocked },
        { ConnectorFault.Throttled(null), ConnectorFault.Throttled(TimeSpan.FromMinutes(30)) },
    };

    /// <summary>However it was refused, and whether it may still arrive: within half an hour the author knows, once.</summary>
    [Theory]
    [RelativesOf("D02")]
    [MemberData(nameof(OfBoth))]
    public async Task Whatever_keeps_a_request_from_both_reviewers_its_author_is_told(ConnectorFault checkers, ConnectorFault others)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        host.Faults.AddLasting(checkers, scenario.Checker.Chat.Id);
        host.Faults.AddLasting(others, (await host.OpenAsync(OtherChecker)).Chat.Id);
        await HandInAsync(host, scenario);

        await LookAsync(host, TimeSpan.FromMinutes(30));

        scenario
            .Author.Chat.FromBot.Count(message =>
                message.Card is { } card && BotHost.Words(card).StartsWith("確認の依頼が届いていません No.1", StringComparison.Ordinal)
            )
            .ShouldBe(1);
        foreach (var name in (string[])[BotHost.Checker, OtherChecker]) Notices.Last(scenario.Author).ShouldContain($"{name}さん：");
    }

    private static ConnectorFault Refused(int status, string? code = null) => new() { Status = status, Code = code };

    [Fact]
    public async Task Reviewers_who_never_opened_the_bot_are_named_in_the_answer_to_the_press_and_again_when_it_is_sure()
    {
        await using var host = await BotHost.StartAsync();
        var author = await host.OpenAsync(BotHost.Author);
        var scenario = new Scenario(host);
        await scenario.PasteAsync();
        var said = Scenario.Shown(await author.PressAsync(Scenario.CardOf(author), Scenario.HandIn, Scenario.Plan()));
        said.ShouldContain("！ 確認に回しました。鈴木 一郎さん、高橋 由美さんには、まだ届けられません。Teams でこのボットを開いてもらうと届きます。");
        await host.IdleAsync();

        await LookAsync(host, TimeSpan.FromMinutes(2));

        Notices.Last(author).ShouldContain("高橋 由美さん：まだボットを追加していません");
    }

    [Fact]
    public async Task One_reviewer_who_was_reached_is_enough()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await scenario.SubmitAsync();

        await LookAsync(host, TimeSpan.FromMinutes(30));

        scenario.Author.Chat.FromBot.ShouldAllBe(message =>
            message.Card == null || !BotHost.Words(message.Card.Value).Contains("届いていません", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_head_who_cannot_be_reached_is_told_to_author_and_desk()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();
        host.Faults.AddLasting(ConnectorFault.NotInRoster, scenario.Head.Chat.Id);
        await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks);
        await host.IdleAsync();

        await LookAsync(host, TimeSpan.FromMinutes(2));

        Notices.Last(scenario.Author).ShouldStartWith("決裁の依頼が届いていません No.1");
        Notices.Last(scenario.Checker).ShouldStartWith("決裁の依頼が届いていません No.1");
    }

    [Fact]
    public async Task What_arrives_later_is_told_in_the_same_message()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        host.Faults.AddLasting(ConnectorFault.Blocked, scenario.Checker.Chat.Id);
        await HandInAsync(host, scenario);
        await LookAsync(host, TimeSpan.FromMinutes(2));
        var told = scenario.Author.Chat.FromBot[^1].Id;
        host.Faults.Clear();
        await scenario.Checker.SayAsync("一覧");
        await host.SeesCardAsync(scenario.Checker, "確認中");

        await LookAsync(host, TimeSpan.FromMinutes(10));

        BotHost.Words(scenario.Author.Chat.Find(told)!.Card!.Value).ShouldStartWith("依頼が届きました No.1");
    }

    [Fact]
    public async Task Sent_again_it_arrives_where_the_refusal_is_over()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        host.Faults.AddLasting(ConnectorFault.Blocked, scenario.Checker.Chat.Id);
        await HandInAsync(host, scenario);
        await LookAsync(host, TimeSpan.FromMinutes(2));
        host.Faults.Clear();

        (await scenario.Author.PressAsync(scenario.Author.Chat.FromBot[^1], "もう一度送る")).ToCardAnswer().Text!.ShouldStartWith("もう一度送っています。");

        await host.PassUntilAsync(() =>
            scenario.Checker.Chat.FromBot.Any(message =>
                message.Card is { } card && CardState.Words(card).StartsWith("確認中", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task A_long_outage_is_told_when_it_has_lasted_a_while()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        host.Faults.AddLasting(new ConnectorFault { Status = 403 }, scenario.Checker.Chat.Id);
        await HandInAsync(host, scenario);
        await LookAsync(host, TimeSpan.FromMinutes(2));
        scenario.Author.Chat.FromBot.ShouldAllBe(message =>
            message.Card == null || !BotHost.Words(message.Card.Value).Contains("依頼が届いていません", StringComparison.Ordinal)
        );

        await LookAsync(host, TimeSpan.FromMinutes(20));

        Notices.Last(scenario.Author).ShouldContain("Teams につながらず、自動で送り直しています");
    }

    public static TheoryData<int, string?, int> Troubles => new()
    {
        { 403, null, int.MaxValue },
        { 403, "Forbidden", int.MaxValue },
        { 401, null, int.MaxValue },
        { 401, "BotNotRegistered", 6 },
        { 408, null, 3 },
        { 409, null, 3 },
        { 302, null, 1 },
        { 400, "UnknownGeo", 3 },
        { 500, "ServiceError", 2 },
        { 502, null, 2 },
        { 504, null, 3 },
    };

    /// <summary>Healed by somebody else, without our doing: whoever writes then has the card.</summary>
    [Theory]
    [Case("D03")]
    [RelativesOf("D03")]
    [MemberData(nameof(Troubles))]
    public async Task A_request_in_trouble_is_kept_until_the_conversation_lives(int status, string? code, int times)
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        host.Faults.Add(new ConnectorFault { Status = status, Code = code }, scenario.Checker.Chat.Id, times: times);
        await HandInAsync(host, scenario);
        await host.Tenant.WaitForAsync(tenant => tenant.Calls.Any(call => call.Status == status));
        await LookAsync(host, TimeSpan.FromHours(1));

        host.Faults.Clear();
        await scenario.Checker.SayAsync("一覧");

        await host.PassUntilAsync(() =>
            scenario.Checker.Chat.FromBot.Any(message =>
                message.Card is { } card && CardState.Words(card).StartsWith("確認中", StringComparison.Ordinal)
            )
        );
    }

    /// <summary>
    /// The request waits for its next try, and the draft gets another state beside it: a change of the card without a sound took the
    /// request away for good (found by the chaos play).
    /// </summary>
    [Fact]
    public async Task A_request_in_trouble_is_kept_when_the_draft_changes_beside_it()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        host.Faults.AddLasting(new ConnectorFault { Status = 500, Code = "ServiceError" }, scenario.Checker.Chat.Id);
        await HandInAsync(host, scenario);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            var draft = (await db.FindDraftAsync(1, Scenario.TenantId, default))!;
            draft.SeeAccount(isShut: true, host.Time.GetUtcNow());
            scope.ServiceProvider.GetRequiredService<DraftTelling>().Tell(draft);
            await scope.ServiceProvider.GetRequiredService<CommitGate>().SaveAsync(db, default);
        }

        host.Faults.Clear();

        await host.PassUntilAsync(() =>
            scenario.Checker.Chat.FromBot.Any(message =>
                message.Card is { } card && CardState.Words(card).StartsWith("確認中", StringComparison.Ordinal)
            )
        );
    }

    private static async Task HandInAsync(BotHost host, Scenario scenario)
    {
        var own = await scenario.PasteAsync();
        Scenario.Shown(await scenario.Author.PressAsync(own, Scenario.HandIn, Scenario.Plan())).ShouldStartWith("確認中");
        await host.SeesCardAsync(scenario.Author, "確認中");
        await host.IdleAsync(butForFailing: true);
    }

    /// <summary>Time goes by in steps, with what becomes due on the way.</summary>
    internal static async Task LookAsync(BotHost host, TimeSpan by)
    {
        var until = host.Time.GetUtcNow() + by;
        while (host.Time.GetUtcNow() < until)
        {
            host.Time.Advance(TimeSpan.FromSeconds(Math.Min(300, (until - host.Time.GetUtcNow()).TotalSeconds)));
            await host.Services.GetRequiredService<ReminderSweep>().SweepAsync(default);
            await host.StepAsync();
        }

        await host.IdleAsync(butForFailing: true);
    }
}
