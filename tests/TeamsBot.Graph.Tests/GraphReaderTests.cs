using Azure.Core;

namespace TeamsBot.Graph.Tests;

/// <summary>
/// The real client of Microsoft Graph against a stand-in over HTTP: what is read, and what becomes of it when Graph is slow, refuses or is
/// away.
/// </summary>
public sealed class GraphReaderTests : IAsyncLifetime
{
    private const string Writers = "10000000-0000-4000-8000-000000000001";
    private const string Reviewers = "10000000-0000-4000-8000-000000000002";

    private readonly InstantTime time = new();
    private GraphStandIn graph = null!;
    private GraphReader reader = null!;

    public async Task InitializeAsync()
    {
        graph = await GraphStandIn.StartAsync();
        for (var number = 1; number <= 8; number++) graph.Put(User(number, manager: number == 8 ? null : 8));
        graph.Put(Writers, "起案者", [Id(1), Id(2), Id(3), Id(4), Id(5)]);
        graph.Put(Reviewers, "確認者", [Id(6)]);
        reader = Reader();
    }

    public async Task DisposeAsync()
    {
        reader.Dispose();
        await graph.DisposeAsync();
    }

    [Fact]
    public async Task Members_in_several_pages_and_those_above_them_are_read_and_nobody_else()
    {
        var read = await ReadAsync();

        read.Groups[Writers].Members.ShouldBe([Id(1), Id(2), Id(3), Id(4), Id(5)]);
        read.Groups[Reviewers].ShouldSatisfyAllConditions(group => group.Name.ShouldBe("確認者"), group => group.MissingSince.ShouldBeNull());
        read.Users.Keys.ShouldBe([Id(1), Id(2), Id(3), Id(4), Id(5), Id(6), Id(8)], ignoreOrder: true);
        read.Users[Id(1)].ShouldBe(new GraphUser(Id(1), "職員1", "広報課", "主事", IsEnabled: true, Id(8)));
        graph.Requests.ShouldNotContain(request => request.Contains(Id(7), StringComparison.Ordinal),
            "nothing is asked about somebody of no group");
    }

    [Fact]
    public async Task The_token_is_asked_for_graph_and_sent_there()
    {
        using var own = Reader(new OneToken());

        await own.ReadAsync(GraphDirectory.Empty, default);

        graph.Requests.ShouldAllBe(request => request.EndsWith(
            "Bearer for-https://graph.microsoft.com/.default", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Later_only_what_has_changed_is_asked_for()
    {
        var first = await ReadAsync();
        var before = graph.Requests.Count;
        graph.Put(User(1) with { Department = "防災課", Title = null, Manager = null });
        graph.Put(User(7) with { Title = "係長" });
        graph.Leave(Writers, Id(2));
        graph.Join(Writers, Id(7));

        var read = await ReadAsync(first);

        read.Users[Id(1)].ShouldBe(new GraphUser(Id(1), "職員1", "防災課", "", IsEnabled: true, null), "a field that was cleared is empty");
        read.Groups[Writers].Members.ShouldBe([Id(1), Id(3), Id(4), Id(5), Id(7)]);
        read.Users.Keys.ShouldContain(Id(7));
        read.Users.Keys.ShouldNotContain(Id(2));
        graph.Requests.Skip(before).Count(request => request.Contains("id in (", StringComparison.Ordinal)).ShouldBe(1);
        first.Users[Id(1)].Section.ShouldBe("広報課", "what was read before stays as it was");
    }

    [Fact]
    public async Task Who_is_removed_or_blocked_is_not_there_any_more()
    {
        var first = await ReadAsync();
        graph.Remove(Id(3));
        graph.Put(User(4) with { IsEnabled = false });

        var read = await ReadAsync(first);

        read.Users.Keys.ShouldNotContain(Id(3));
        read.Users[Id(4)].IsEnabled.ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_group_that_is_gone_keeps_its_people_and_says_since_when(bool linksAreForgotten)
    {
        var first = await ReadAsync();
        graph.RemoveGroup(Reviewers);
        if (linksAreForgotten) graph.ForgetLinks();
        var at = time.GetUtcNow();

        var read = await ReadAsync(first);
        var again = await ReadAsync(read);

        read.Groups[Reviewers].ShouldSatisfyAllConditions(
            group => group.Members.ShouldBe([Id(6)]), group => group.MissingSince.ShouldBe(at));
        read.Users.Keys.ShouldContain(Id(6));
        again.Groups[Reviewers].MissingSince.ShouldBe(at);
    }

    [Fact]
    public async Task A_group_that_never_was_is_missing_and_empty() =>
        (await ReadAsync(GraphDirectory.Empty, Reader(
            groups: [Writers, "10000000-0000-4000-8000-000000000009"]))).Groups["10000000-0000-4000-8000-000000000009"]
            .ShouldSatisfyAllConditions(group => group.Members.ShouldBeEmpty(), group => group.MissingSince.ShouldNotBeNull());

    [Fact]
    public async Task A_group_within_a_group_is_noticed()
    {
        graph.Join(Writers, Reviewers);

        (await ReadAsync()).Groups[Writers].ShouldSatisfyAllConditions(
            group => group.HasGroups.ShouldBeTrue(), group => group.Members.ShouldNotContain(Reviewers));
    }

    [Fact]
    public async Task A_group_added_to_the_settings_is_read_with_the_others()
    {
        var first = await ReadAsync(GraphDirectory.Empty, Reader(groups: [Writers]));

        (await ReadAsync(first)).Groups[Reviewers].Members.ShouldBe([Id(6)]);
    }

    [Fact]
    public async Task Links_that_graph_has_forgotten_are_followed_by_a_reading_from_the_beginning()
    {
        var first = await ReadAsync();
        graph.Put(User(1) with { Department = "防災課" });
        graph.ForgetLinks();

        (await ReadAsync(first)).Users[Id(1)].Section.ShouldBe("防災課");
    }

    [Fact]
    public async Task A_busy_graph_is_waited_for_as_long_as_it_says_and_no_page_is_lost()
    {
        graph.Trouble("skiptoken", 429, "17", times: 2);
        graph.Trouble("/users?", 503, "5");

        (await ReadAsync()).Groups[Writers].Members.Count.ShouldBe(5);

        time.Waits.Where(wait => wait < TimeSpan.FromSeconds(60))
            .ShouldBe([TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(17), TimeSpan.FromSeconds(5)]);
    }

    [Theory]
    [InlineData(429, "600", nameof(GraphTrouble.Throttled), 600)]
    [InlineData(403, null, nameof(GraphTrouble.Forbidden), null)]
    [InlineData(401, null, nameof(GraphTrouble.Forbidden), null)]
    [InlineData(503, null, nameof(GraphTrouble.Unavailable), null)]
    [InlineData(500, null, nameof(GraphTrouble.Unavailable), null)]
    [InlineData(400, null, nameof(GraphTrouble.Refused), null)]
    public async Task A_reading_that_fails_says_why_and_gives_nothing(int status, string? wait, string trouble, int? seconds)
    {
        var first = await ReadAsync();
        graph.Put(User(1) with { Department = "防災課" });
        graph.Trouble("/users?", status, wait, times: 10);

        var failed = await Should.ThrowAsync<GraphTroubleException>(() => ReadAsync(first));

        (failed.Trouble.ToString(), failed.Status, failed.RetryAfter)
            .ShouldBe((trouble, status, seconds is null ? null : TimeSpan.FromSeconds(seconds.Value)));
        failed.Message.ShouldNotContain(Id(1));
    }

    [Fact]
    public async Task Where_nobody_answers_it_is_unavailable()
    {
        var address = graph.BaseUrl;
        await graph.DisposeAsync();
        using var own = new GraphReader(new(address, "x", null, [Writers]), new SocketsHttpHandler { UseProxy = false }, time);

        (await Should.ThrowAsync<GraphTroubleException>(() => own.ReadAsync(GraphDirectory.Empty, default))).Trouble.ShouldBe(
            GraphTrouble.Unavailable);
    }

    [Fact]
    public async Task Five_thousand_people_are_read_once_and_then_only_the_one_who_moved()
    {
        graph.PageSize = 500;
        for (var number = 100; number < 5_100; number++) graph.Put(User(number, manager: 8));
        graph.Put(Writers, "起案者", Enumerable.Range(100, 5_000).Select(Id));

        var first = await ReadAsync();
        first.Users.Count.ShouldBe(5_002);
        var before = graph.Requests.Count;
        graph.Put(User(4_711) with { Department = "防災課" });

        (await ReadAsync(first)).Users[Id(4_711)].Section.ShouldBe("防災課");
        (graph.Requests.Count - before).ShouldBe(3, "groups, users, and the one");
    }

    [Fact]
    public async Task Automatic_replies_are_days_in_Japan()
    {
        graph.Reply(Id(1), "scheduled", "2026-11-20T09:00:00", "2026-11-25T00:00:00");
        graph.Reply(Id(2), "alwaysEnabled");
        graph.Reply(Id(3), "disabled");

        (await reader.ReadAbsencesAsync([Id(1), Id(2), Id(3), Id(4)], default))
            .ShouldBe([new(Id(1), new(2026, 11, 20), new(2026, 11, 24)), new(Id(2), null, null)]);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task Mailboxes_that_are_kept_from_the_bot_are_left_out_unless_all_are(int refused, bool isRead)
    {
        graph.Reply(Id(2), "alwaysEnabled");
        graph.Trouble("mailboxSettings", 403, times: refused);

        if (isRead) (await reader.ReadAbsencesAsync([Id(1), Id(2)], default)).ShouldHaveSingleItem().UserId.ShouldBe(Id(2));
        else (await Should.ThrowAsync<GraphTroubleException>(() => reader.ReadAbsencesAsync([Id(1), Id(2)], default))).Trouble.ShouldBe(
            GraphTrouble.Forbidden);
    }

    [Fact]
    public async Task The_app_is_installed_once()
    {
        (await reader.InstallAsync(Id(1), "app-1", default)).ShouldBeTrue();
        (await reader.InstallAsync(Id(1), "app-1", default)).ShouldBeFalse();

        graph.Installed.ShouldBe([Id(1)]);
    }

    [Fact]
    public async Task An_installation_that_graph_may_have_done_is_not_asked_for_twice()
    {
        graph.Trouble("installedApps", 503, "1");

        (await Should.ThrowAsync<GraphTroubleException>(() => reader.InstallAsync(Id(1), "app-1", default))).Trouble.ShouldBe(
            GraphTrouble.Unavailable);

        graph.Requests.Count.ShouldBe(1);
    }

    private static string Id(int number) => $"20000000-0000-4000-8000-{number:D12}";

    private static StandInUser User(int number, int? manager = null) =>
        new(Id(number), $"職員{number}", "広報課", "主事", manager is { } above ? Id(above) : null);

    private GraphReader Reader(TokenCredential? credential = null, string[]? groups = null) =>
        new(new(graph.BaseUrl, "https://graph.microsoft.com/.default", credential, groups ?? [Writers, Reviewers]),
            new SocketsHttpHandler { UseProxy = false }, time);

    private Task<GraphDirectory> ReadAsync(GraphDirectory? before = null, GraphReader? by = null) => (by ?? reader)
        .ReadAsync(before ?? GraphDirectory.Empty, default);

    private sealed class OneToken : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"for-{requestContext.Scopes.Single()}", new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero));

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }
}
