using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;

namespace TeamsBot.Tests.Conversations;

/// <summary>The main job, end to end, over HTTP and a real database.</summary>
public sealed class MainJobTests
{
    [Fact]
    public async Task A_pasted_text_is_checked_reviewed_decided_posted_and_proved()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();

        await scenario.ApproveAsync();
        Scenario.Shown(await scenario.ReportAsync()).ShouldStartWith("投稿済");

        foreach (var client in (LocalTeams.TeamsClient[])[scenario.Author, scenario.Checker, scenario.Head])
        {
            var card = await host.SeesCardAsync(client, "投稿済");
            // One card a person that shows the draft, changed in its place; messages of before only point to it. No button of the decision
            // is left.
            client
                .Chat.FromBot.Count(message =>
                    message.Card is { } any && BotHost.IsOf(any, 1) && CardState.Words(any).StartsWith("投稿済", StringComparison.Ordinal)
                )
                .ShouldBe(1);
            BotHost.Words(card.Card!.Value).ShouldNotContain("承認する");
        }

        var actions = await host.ReadAsync(db =>
            db.AuditEntries.OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync()
        );
        actions.ShouldBe(["draft.start", "draft.submit", "draft.approve", "draft.approve", "draft.posted"]);
        var draft = await host.ReadAsync(db => db.FindDraftAsync(1, host.Tenant.People[0] is var _ ? TenantOf(host) : "", default));
        draft!.Status.ShouldBe(DraftStatus.Posted);
    }

    [Fact]
    [Clause("asaka-6-2")]
    public async Task The_writer_cannot_check_the_own_draft_and_a_second_person_with_five_ticks_sends_it_to_the_head()
    {
        await using var host = await BotHost.StartAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var card = await scenario.SubmitAsync();

        Scenario.Shown(await scenario.Author.PressAsync(card, "確認済みにする", Scenario.Ticks)).ShouldContain("自分が起案した下書きは");
        Scenario
            .Shown(await scenario.Checker.PressAsync(card, "確認済みにする", new Dictionary<string, string> { ["item1"] = "true" }))
            .ShouldContain("まだ確認済みにしていません。▲の3か所が残っています。");
        Scenario.Shown(await scenario.Checker.PressAsync(card, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");

        var words = BotHost.Words((await host.SeesCardAsync(scenario.Head, "決裁待ち")).Card!.Value);
        words.ShouldContain("起案　佐藤 花子");
        words.ShouldContain("確認　鈴木 一郎");
        words.ShouldContain("（5項目とも）");
    }

    private static string TenantOf(BotHost host) => "aaaaaaaa-0000-4000-8000-000000000001";
}
