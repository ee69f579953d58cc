using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams.Connector;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// A client without Action.Execute presses the Submit fallback: the same transitions, and the card is changed in its message (protocol.md
/// 4.1).
/// </summary>
public sealed class OldClientTests
{
    [Fact]
    public async Task Submit_and_both_approvals_work_and_change_the_card_in_its_place()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync();

        (await scenario.Author.PressOnOldClientAsync(own, Scenario.HandIn, Scenario.Plan())).Status.ShouldBe(202);
        var review = await host.SeesCardAsync(scenario.Checker, "確認中");
        (await scenario.Checker.PressOnOldClientAsync(review, "確認済みにする", Scenario.Ticks)).Status.ShouldBe(202);
        var decision = await host.SeesCardAsync(scenario.Head, "決裁待ち");
        (await scenario.Head.PressOnOldClientAsync(decision, "承認する", Scenario.Ticks)).Status.ShouldBe(202);

        foreach (var (client, first) in ((LocalTeams.TeamsClient, string)[])[(scenario.Checker, review.Id), (scenario.Head, decision.Id)])
        {
            (await host.SeesCardAsync(client, "承認済")).Id.ShouldBe(first);
            host.Tenant.Calls.ShouldContain(call => call.Operation == ConnectorOperation.Update && call.ActivityId == first);
        }

        // The author is told in a new message, which the old client opens in its place too; the first card points to it.
        await host.IdleAsync();
        var told = Notices.Unopened(scenario.Author, 1)!;
        (await scenario.Author.PressOnOldClientAsync(told, "内容を見る")).Status.ShouldBe(202);
        (
            await host.SeesAsync(scenario.Author.Chat, message =>
                message.Id == told.Id
                && CardState.Words(message.Card!.Value).StartsWith("承認済", StringComparison.Ordinal)
                && !Notices.IsUnopened(message.Card!.Value, 1)
            )
        ).ShouldNotBeNull();
        BotHost.Words(scenario.Author.Chat.Find(own.Id)!.Card!.Value).ShouldContain("が承認しました（");

        (await scenario.ActionsAsync()).ShouldBe(["draft.start", "draft.submit", "draft.approve", "draft.approve"]);
    }

    [Fact]
    public async Task A_refusal_is_said_and_a_return_reaches_the_author()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var own = await scenario.PasteAsync();
        await scenario.Author.PressOnOldClientAsync(own, Scenario.HandIn, Scenario.Plan(account: ""));
        await host.SeesTextAsync(scenario.Author.Chat, "投稿先のアカウントを選んでください。");
        own = await scenario.CurrentCardAsync(scenario.Author);
        await scenario.Author.PressOnOldClientAsync(own, Scenario.HandIn, Scenario.Plan());
        var review = await host.SeesCardAsync(scenario.Checker, "確認中");

        await scenario.Checker.PressOnOldClientAsync(review, "差し戻す");
        await host.SeesTextAsync(scenario.Checker.Chat, "理由を10字以上で入力してください");
        await scenario.Checker.PressOnOldClientAsync(review, "差し戻す", new Dictionary<string, string> { ["reason"] = "会場の住所を書き足してください。" });

        BotHost.Words((await host.SeesCardAsync(scenario.Author, "差し戻し")).Card!.Value).ShouldContain("会場の住所を書き足してください。");
        (await scenario.DraftAsync()).Status.ShouldBe(DraftStatus.Returned);
    }
}
