using Microsoft.EntityFrameworkCore;
using TeamsBot.Graph.Tests;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The program with people from Microsoft Graph: the main job, people who move and leave, and Graph being away, forbidden or emptied.
/// </summary>
public sealed class GraphTests
{
    [Fact]
    public async Task The_main_job_is_played_by_people_of_the_tenant()
    {
        await using var tenant = await GraphTenant.StartAsync();
        var host = await tenant.RunAsync();
        await tenant.ReadAsync();

        await (await new Scenario(host).InstalledAsync()).ApproveAsync();

        (await tenant.ReadyAsync()).ShouldContain("\"people\":\"Healthy\"");
    }

    [Fact]
    public async Task Who_moves_or_leaves_is_asked_no_more_and_who_comes_is_with_the_next_reading()
    {
        await using var tenant = await GraphTenant.StartAsync();
        var host = await tenant.RunAsync();
        await tenant.ReadAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var yamada = await host.OpenAsync(BotHost.Outsider);
        await scenario.SubmitAsync();
        await host.IdleAsync();

        tenant.Graph.Remove(tenant.IdOf("高橋 由美"));
        tenant.Graph.Leave(GraphTenant.GroupOf(Role.Reviewer), tenant.IdOf(BotHost.Checker));
        tenant.Graph.Put(new StandInUser(tenant.IdOf(BotHost.Outsider), BotHost.Outsider, "広報課", "主任", tenant.IdOf(BotHost.Head)));
        tenant.Graph.Join(GraphTenant.GroupOf(Role.Reviewer), tenant.IdOf(BotHost.Outsider));
        await tenant.RefreshAsync();

        Scenario.Shown(await yamada.PressAsync(await host.SeesCardAsync(yamada, "確認中"), "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");
        tenant.People.ShouldNotContain(person => person.Name == "高橋 由美");
        (await scenario.ActionsAsync()).ShouldContain("people.graph");
        (await scenario.ActionsAsync()).ShouldContain("draft.reroute");
    }

    [Fact]
    public async Task While_graph_is_away_the_people_read_last_are_in_force_also_after_a_restart_and_the_desk_is_told_in_time()
    {
        await using var tenant = await GraphTenant.StartAsync();
        await tenant.RunAsync();
        await tenant.ReadAsync();
        await tenant.Host.StopAsync();
        tenant.Graph.Trouble("delta", 503, times: 10_000);

        var host = await tenant.RunAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        await tenant.ReadAsync();
        await tenant.RefreshAsync();
        await scenario.SubmitAsync();
        (await tenant.ReadyAsync()).ShouldContain("\"people\":\"Degraded\"");
        scenario.Checker.Chat.FromBot.ShouldNotContain(
            message => message.Text.Contains("読み込めません", StringComparison.Ordinal), "a short pause bothers nobody");

        tenant.Time.Advance(TimeSpan.FromHours(1));
        await tenant.RefreshAsync();
        await host.SeesTextAsync(scenario.Checker.Chat, "職員の情報をMicrosoft 365から読み込めません（応答がありません）");
        tenant.Graph.Recover();
        await tenant.RefreshAsync();
        await host.SeesTextAsync(scenario.Checker.Chat, "再び読み込めました");
        (await tenant.ReadyAsync()).ShouldContain("\"people\":\"Healthy\"");
    }

    [Fact]
    public async Task A_group_that_vanishes_takes_nobodys_role_and_the_desk_is_told_once()
    {
        await using var tenant = await GraphTenant.StartAsync();
        var host = await tenant.RunAsync();
        await tenant.ReadAsync();
        var scenario = await new Scenario(host).InstalledAsync();
        var review = await scenario.SubmitAsync();

        tenant.Graph.RemoveGroup(GraphTenant.GroupOf(Role.Reviewer));
        await tenant.RefreshAsync();
        await tenant.RefreshAsync();

        await host.SeesTextAsync(scenario.Checker.Chat, "確認者のグループ「確認者」がEntraにありません");
        await host.IdleAsync();
        scenario.Checker.Chat.FromBot.Count(message => message.Text.Contains("Entraにありません", StringComparison.Ordinal)).ShouldBe(1);
        Scenario.Shown(await scenario.Checker.PressAsync(review, "確認済みにする", Scenario.Ticks)).ShouldStartWith("決裁待ち");
    }

    [Fact]
    public async Task What_nobody_could_be_told_is_told_to_the_first_who_can()
    {
        await using var tenant = await GraphTenant.StartAsync();
        tenant.Graph.RemoveGroup(GraphTenant.GroupOf(Role.PrHead));
        var host = await tenant.RunAsync();
        await tenant.ReadAsync();
        await tenant.RefreshAsync();

        var desk = await host.OpenAsync(BotHost.Checker);
        await tenant.RefreshAsync();

        await host.SeesTextAsync(desk.Chat, "広報課長のグループ");
    }

    [Fact]
    public async Task A_permission_that_was_taken_back_is_told_at_once_with_what_is_in_force()
    {
        await using var tenant = await GraphTenant.StartAsync();
        var host = await tenant.RunAsync();
        await tenant.ReadAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        tenant.Graph.Trouble("delta", 403);

        await tenant.RefreshAsync();

        await host.SeesTextAsync(desk.Chat, "アクセス許可がありません");
        await desk.SayAsync("職員");
        var card = BotHost.Words((await host.SeesAsync(
            desk.Chat, message => message.Card is { } shown
            && BotHost.Words(shown).StartsWith("職員", StringComparison.Ordinal))).Card!.Value);
        card.ShouldContain("アクセス許可がありません");
        card.ShouldContain("7名");
    }

    [Fact]
    public async Task A_bot_that_never_read_anybody_is_not_ready_and_knows_nobody()
    {
        await using var tenant = await GraphTenant.StartAsync();
        tenant.Graph.Trouble("delta", 403, times: 10_000);
        var host = await tenant.RunAsync();
        await tenant.ReadAsync();

        (await tenant.ReadyAsync()).ShouldContain("\"people\":\"Unhealthy\"");
        var author = await host.OpenAsync(BotHost.Author);
        await author.SayAsync("職員取込");
        await host.SeesTextAsync(author.Chat, "職員を取り込めるのは管理者です");
    }

    [Fact]
    public async Task The_app_is_installed_for_people_with_a_role_whom_the_bot_has_not_met()
    {
        await using var tenant = await GraphTenant.StartAsync();
        var host = await tenant.RunAsync("--People:Graph:App=11111111-2222-4000-8000-000000000000");
        await tenant.ReadAsync();
        await host.PassUntilAsync(() => tenant.Graph.Installed.Count == 7);

        tenant.Graph.Installed.ShouldNotContain(tenant.IdOf(BotHost.Outsider), "who has no role is left alone");
        var requests = tenant.Graph.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal));
        await tenant.RefreshAsync();
        tenant.Graph.Requests.Count(request => request.StartsWith("POST", StringComparison.Ordinal))
            .ShouldBe(requests, "once a day is enough");
    }

    [Fact]
    public async Task Automatic_replies_are_shown_and_where_they_may_not_be_read_people_are_read_all_the_same()
    {
        await using var tenant = await GraphTenant.StartAsync();
        var host = await tenant.RunAsync("--People:Graph:Absences=true");
        tenant.Graph.Reply(tenant.IdOf(BotHost.Head), "scheduled", "2026-11-24T00:00:00", "2026-11-28T00:00:00");
        await tenant.ReadAsync();
        await tenant.RefreshAsync();
        var desk = await host.OpenAsync(BotHost.Checker);
        await desk.SayAsync("職員");

        BotHost.Words((await host.SeesAsync(desk.Chat, message => message.Card is { } shown
            && BotHost.Words(shown).StartsWith("職員", StringComparison.Ordinal))).Card!.Value)
            .ShouldContain("田中 誠　11/24(火)～11/27(金)");
        tenant.Graph.Trouble("mailboxSettings", 403, times: 100);
        await tenant.RefreshAsync();
        (tenant.Standing.Trouble, tenant.Standing.Directory.Absences).ShouldBe((null, null));
    }

    [Fact]
    public async Task Nothing_is_kept_anew_while_nobody_changes()
    {
        await using var tenant = await GraphTenant.StartAsync();
        var host = await tenant.RunAsync();
        await tenant.ReadAsync();
        await tenant.RefreshAsync();
        await tenant.RefreshAsync();
        (await host.ReadAsync(db => db.PeopleSnapshots.CountAsync())).ShouldBe(1);

        for (var change = 0; change < 7; change++)
        {
            tenant.Graph.Put(new StandInUser(tenant.IdOf(BotHost.Outsider), BotHost.Outsider, "広報課", $"主任{change}"));
            tenant.Graph.Join(GraphTenant.GroupOf(Role.Writer), tenant.IdOf(BotHost.Outsider));
            await tenant.RefreshAsync();
        }

        (await host.ReadAsync(db => db.PeopleSnapshots.CountAsync())).ShouldBe(PeopleSnapshot.Kept);
        (await host.ReadAsync(db => db.PeopleSnapshots.MaxAsync(snapshot => snapshot.Number))).ShouldBe(8);
    }

    [Fact]
    public async Task In_chat_nobody_is_imported_over_the_people_of_the_tenant()
    {
        await using var tenant = await GraphTenant.StartAsync();
        var host = await tenant.RunAsync();
        await tenant.ReadAsync();
        var admin = await host.OpenAsync(BotHost.Checker);

        await admin.SayAsync("職員取込");

        await host.SeesTextAsync(admin.Chat, "職員はMicrosoft 365から読み込んでいます");
    }
}
