using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.LocalTeams.Tests.Hosting;

namespace TeamsBot.LocalTeams.Tests;

/// <summary>What a conversation test can let go wrong, and that nothing else goes wrong with it.</summary>
public sealed class ConnectorFaultsTests : IAsyncLifetime
{
    private LocalTeamsHost host = null!;

    public async Task InitializeAsync() => host = await LocalTeamsHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    public static TheoryData<int, string?, ConnectorFault> Rows => new()
    {
        { 403, "BotNotInConversationRoster", ConnectorFault.NotInRoster },
        { 404, "ConversationNotFound", ConnectorFault.NoConversation },
        { 404, "ActivityNotFoundInConversation", ConnectorFault.NoActivity },
        { 412, "PreconditionFailed", ConnectorFault.ConcurrentWrite },
        { 413, "MessageSizeTooBig", ConnectorFault.TooBig },
        { 429, "Throttled", ConnectorFault.Throttled(TimeSpan.FromSeconds(7)) },
        { 500, "ServiceError", ConnectorFault.ServiceError },
        { 401, null, ConnectorFault.Unauthorized },
        { 503, null, ConnectorFault.Gateway(503) },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_planned_failure_is_answered_once_and_nothing_is_delivered(int status, string? code, ConnectorFault fault)
    {
        host.Faults.Add(fault);
        using var failed = await SendAsync("sato");
        ((int)failed.StatusCode).ShouldBe(status);
        var body = await failed.Content.ReadAsStringAsync();
        (body.Length == 0 ? null : JsonElement.Parse(body).GetProperty("error").GetProperty("code").GetString()).ShouldBe(code);
        if (status == 429) failed.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(7));
        host.Tenant.ChatOf(host.Tenant.Person("sato")).Messages.ShouldBeEmpty();

        using var later = await SendAsync("sato");
        later.StatusCode.ShouldBe(HttpStatusCode.Created);
        host.Tenant.Calls.Select(call => call.Status).ShouldBe([status, 201]);
    }

    [Fact]
    public async Task A_person_who_blocked_the_bot_fails_for_good_and_others_do_not()
    {
        host.Faults.AddLasting(ConnectorFault.Blocked, host.Tenant.ChatOf(host.Tenant.Person("sato")).Id);
        for (var i = 0; i < 3; i++)
        {
            using var refused = await SendAsync("sato");
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            var body = await refused.Content.ReadFromJsonAsync<JsonElement>();
            body.GetProperty("errorCode").GetInt32().ShouldBe(209);
            JsonElement.Parse(body.GetProperty("message").GetString()!).GetProperty("subCode").GetString().ShouldBe("MessageWritesBlocked");
        }

        using var other = await SendAsync("tanaka");
        other.StatusCode.ShouldBe(HttpStatusCode.Created);
        host.Faults.Clear();
        using var again = await SendAsync("sato");
        again.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_lost_answer_means_the_message_is_there_all_the_same()
    {
        host.Faults.Add(ConnectorFault.LostAnswer);
        await Should.ThrowAsync<HttpRequestException>(() => SendAsync("sato"));
        await host.Tenant.WaitForAsync(tenant => tenant.Calls.Count == 1);
        host.Tenant.ChatOf(host.Tenant.Person("sato")).FromBot.Count.ShouldBe(1);
        host.Tenant.Calls.Single().Status.ShouldBeNull();
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task A_bad_gateway_may_or_may_not_have_delivered(bool accepts, int delivered)
    {
        host.Faults.Add(ConnectorFault.Gateway(502, accepts));
        using var answer = await SendAsync("sato");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadGateway);
        host.Tenant.ChatOf(host.Tenant.Person("sato")).FromBot.Count.ShouldBe(delivered);
    }

    [Fact]
    public async Task A_held_call_waits_for_the_test_and_only_for_it()
    {
        var held = host.Faults.Hold(operation: ConnectorOperation.Send);
        var sending = SendAsync("sato");
        await held.Arrived;
        host.Tenant.Calls.ShouldBeEmpty();
        using var other = await SendAsync("tanaka");
        other.StatusCode.ShouldBe(HttpStatusCode.Created);

        held.Release();
        using var answer = await sending;
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_held_answer_means_the_message_is_there_before_the_answer()
    {
        var held = host.Faults.HoldAnswer();
        var sending = SendAsync("sato");
        await held.Arrived;
        host.Tenant.ChatOf(host.Tenant.Person("sato")).FromBot.Count.ShouldBe(1);
        sending.IsCompleted.ShouldBeFalse();

        held.Release();
        using var answer = await sending;
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_connector_that_is_down_takes_nothing()
    {
        host.Faults.AddLasting(ConnectorFault.Down);
        await Should.ThrowAsync<HttpRequestException>(() => SendAsync("sato"));
        host.Tenant.ChatOf(host.Tenant.Person("sato")).FromBot.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_delay_passes_by_the_given_clock()
    {
        var time = new SteppedTime();
        await using var slow = await LocalTeamsHost.StartAsync(time);
        slow.Faults.Add(new ConnectorFault { Delay = TimeSpan.FromHours(1), Accepts = true });
        var sending = slow.Http.PostAsJsonAsync(PathOf(slow, "sato"), new { type = "message", text = "x" });
        await time.TimerStarted;
        sending.IsCompleted.ShouldBeFalse();

        time.Step(TimeSpan.FromHours(1));
        using var answer = await sending;
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public void A_fault_that_never_happens_is_not_allowed() =>
        Should.Throw<ArgumentOutOfRangeException>(() => host.Faults.Add(ConnectorFault.ServiceError, times: 0));

    private static string PathOf(LocalTeamsHost at, string person) =>
        $"/local/connector/v3/conversations/{Uri.EscapeDataString(at.Tenant.ChatOf(at.Tenant.Person(person)).Id)}/activities";

    private Task<HttpResponseMessage> SendAsync(string person) =>
        host.Http.PostAsJsonAsync(PathOf(host, person), new { type = "message", text = "x" });
}
