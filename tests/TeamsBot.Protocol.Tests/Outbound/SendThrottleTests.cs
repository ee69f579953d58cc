using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Outbound;

/// <summary>The limits of protocol.md 2.6 on a clock that is moved by hand.</summary>
public sealed class SendThrottleTests
{
    private const string Tenant = Samples.TenantId;

    private readonly FakeTime time = new();
    private readonly SendThrottle throttle;

    public SendThrottleTests() => throttle = new SendThrottle(time);

    [Fact]
    public void A_conversation_gets_five_in_a_second_and_is_told_when_the_next_may_go()
    {
        for (var number = 0; number < 5; number++) throttle.TryTake(Tenant, "a:1").ShouldBe(TimeSpan.Zero);
        throttle.TryTake(Tenant, "a:1").ShouldBe(TimeSpan.FromSeconds(1));
        throttle.TryTake(Tenant, "a:2").ShouldBe(TimeSpan.Zero);
        time.Advance(TimeSpan.FromSeconds(0.4));
        throttle.TryTake(Tenant, "a:1").ShouldBe(TimeSpan.FromSeconds(0.6));
        time.Advance(TimeSpan.FromSeconds(0.6));
        throttle.TryTake(Tenant, "a:1").ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Asking_in_vain_takes_nothing()
    {
        for (var number = 0; number < 5; number++) throttle.TryTake(Tenant, "a:1");
        for (var number = 0; number < 100; number++) throttle.TryTake(Tenant, "a:1").ShouldBeGreaterThan(TimeSpan.Zero);
        time.Advance(TimeSpan.FromSeconds(1));
        throttle.TryTake(Tenant, "a:1").ShouldBe(TimeSpan.Zero);
    }

    [Theory]
    [InlineData(1, 7)]
    [InlineData(2, 8)]
    [InlineData(30, 60)]
    [InlineData(3600, 1800)]
    public void A_greedy_sender_stays_under_the_service_s_own_limit_in_every_window(int windowSeconds, int limit)
    {
        var sent = Greedy(TimeSpan.FromHours(1.5), () => throttle.TryTake(Tenant, "a:1"));
        var window = TimeSpan.FromSeconds(windowSeconds);
        var from = 0;
        for (var at = 0; at < sent.Count; at++)
        {
            while (sent[at] - sent[from] >= window) from++;
            (at - from + 1).ShouldBeLessThanOrEqualTo(limit);
        }

        // Guards against a throttle that lets nothing through.
        sent.Count.ShouldBeGreaterThan(1500);
    }

    [Fact]
    public void A_tenant_gets_twenty_in_a_second_over_all_its_conversations()
    {
        for (var number = 0; number < 20; number++) throttle.TryTake(Tenant, $"a:{number}").ShouldBe(TimeSpan.Zero);
        throttle.TryTake(Tenant, "a:new").ShouldBe(TimeSpan.FromSeconds(1));
        throttle.TryTake("another", "a:other").ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Threads_of_one_channel_count_together()
    {
        for (var number = 1; number <= 5; number++)
            throttle.TryTake(Tenant, $"19:c@thread.tacv2;messageid={number}").ShouldBe(TimeSpan.Zero);
        throttle.TryTake(Tenant, "19:c@thread.tacv2;messageid=6").ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public void A_conversation_that_was_told_to_wait_rests_and_others_go_on()
    {
        throttle.Rest(Tenant, "a:1", TimeSpan.FromSeconds(17));
        throttle.TryTake(Tenant, "a:1").ShouldBe(TimeSpan.FromSeconds(17));
        throttle.TryTake(Tenant, "a:2").ShouldBe(TimeSpan.Zero);
        time.Advance(TimeSpan.FromSeconds(17));
        throttle.TryTake(Tenant, "a:1").ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void A_shorter_wait_does_not_shorten_a_longer_one()
    {
        throttle.Rest(Tenant, "a:1", TimeSpan.FromSeconds(17));
        throttle.Rest(Tenant, "a:1", TimeSpan.FromSeconds(1));
        throttle.TryTake(Tenant, "a:1").ShouldBe(TimeSpan.FromSeconds(17));
    }

    [Fact]
    public void Three_resting_conversations_stop_the_tenant_and_no_other()
    {
        throttle.Rest(Tenant, "a:1", TimeSpan.FromSeconds(10));
        throttle.Rest(Tenant, "a:2", TimeSpan.FromSeconds(10));
        throttle.TryTake(Tenant, "a:9").ShouldBe(TimeSpan.Zero);
        throttle.Rest(Tenant, "a:3", TimeSpan.FromSeconds(5));
        throttle.TryTake(Tenant, "a:9").ShouldBe(TimeSpan.FromSeconds(5));
        throttle.TryTake("another", "a:9b").ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Quiet_conversations_are_forgotten_and_busy_ones_are_not()
    {
        for (var number = 0; number < 500; number++) throttle.TryTake($"tenant{number}", $"a:{number}");
        throttle.Known.ShouldBe(1000);
        time.Advance(TimeSpan.FromHours(1.5));
        for (var number = 0; number < 5; number++) throttle.TryTake(Tenant, "a:busy").ShouldBe(TimeSpan.Zero);
        for (var number = 0; number < 2000; number++) throttle.TryTake(Tenant, "a:busy");
        throttle.Known.ShouldBe(2);
        throttle.TryTake(Tenant, "a:busy").ShouldBe(TimeSpan.FromSeconds(1));
    }

    private List<DateTimeOffset> Greedy(TimeSpan span, Func<TimeSpan> take)
    {
        var sent = new List<DateTimeOffset>();
        var end = time.GetUtcNow() + span;
        while (time.GetUtcNow() < end)
        {
            var wait = take();
            if (wait == TimeSpan.Zero) sent.Add(time.GetUtcNow());
            else time.Advance(wait);
        }

        return sent;
    }
}
