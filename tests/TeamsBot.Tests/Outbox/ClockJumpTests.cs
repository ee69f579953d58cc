using System.Net;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Outbox;

/// <summary>Somebody sets the machine's clock while messages wait.</summary>
public sealed class ClockJumpTests : IDisposable
{
    private readonly OutboxBench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData(-2)]
    [InlineData(-48)]
    [InlineData(2)]
    public async Task A_retry_and_what_waits_behind_it_are_sent_as_soon_as_without_the_jump(int hours)
    {
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.ServiceUnavailable);
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "first"));
        await bench.PumpAsync();
        bench.Time.Jump(TimeSpan.FromHours(hours));
        bench.Wire.Accept();
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "second"));
        await bench.PassAsync(TimeSpan.FromMinutes(1));
        bench.Sent.TakeLast(2).ShouldBe(["POST a:sato first", "POST a:sato second"]);
    }

    /// <summary>The attempt ends before the clock is set, and is noted after it.</summary>
    [Fact]
    public async Task A_result_that_is_noted_after_the_jump_waits_no_longer()
    {
        await bench.WritesAsync("sato");
        var isSet = false;
        bench.Wire.AlwaysAnswer(HttpStatusCode.ServiceUnavailable);
        bench.AfterStep = () =>
        {
            if (isSet || bench.Wire.Calls.Count == 0) return;
            isSet = true;
            bench.Time.Jump(TimeSpan.FromHours(-2));
            bench.Wire.Accept();
        };
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "hello"));
        await bench.PumpAsync();
        isSet.ShouldBeTrue();
        await bench.PassAsync(TimeSpan.FromMinutes(1));
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task What_was_stored_before_the_jump_and_is_read_after_it_is_due()
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "hello"));
        bench.Time.Jump(TimeSpan.FromHours(-2));
        bench.Restart();
        await bench.PumpAsync();
        bench.Sent.ShouldBe(["POST a:sato hello"]);
    }

    [Fact]
    public async Task After_a_start_by_an_earlier_clock_nothing_waits_longer_than_anything_is_made_to_wait()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.ServiceUnavailable);
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "hello"));
        await bench.PumpAsync();
        bench.Time.Jump(TimeSpan.FromDays(-30));
        bench.Restart();
        bench.Wire.Accept();
        await bench.PassAsync(BackOff.Patient);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task A_clock_set_forward_fires_no_storm()
    {
        const int people = 12;
        foreach (var number in Enumerable.Range(0, people)) await bench.WritesAsync($"p{number}");
        bench.Wire.AlwaysAnswer(HttpStatusCode.ServiceUnavailable, retryAfter: TimeSpan.FromMinutes(10));
        await bench.CommitAsync(outbox =>
        {
            foreach (var number in Enumerable.Range(0, people)) outbox.Say(OutboxBench.Person($"p{number}"), "hello");
        });
        await bench.PassAsync(TimeSpan.FromSeconds(30));
        var before = bench.Wire.Calls.Count;
        bench.Time.Jump(TimeSpan.FromHours(2));
        await bench.PumpAsync();
        bench.Wire.Calls.Count.ShouldBe(before);
        bench.Wire.Accept();
        await bench.PassAsync(TimeSpan.FromMinutes(15));
        (await bench.StatusesAsync()).ShouldAllBe(status => status == OutboxStatus.Sent);
    }

    [Fact]
    public async Task A_clock_set_forward_by_a_week_gives_nothing_up()
    {
        await bench.WritesAsync("sato");
        bench.Wire.AlwaysAnswer(HttpStatusCode.ServiceUnavailable);
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "hello"));
        await bench.PumpAsync();
        bench.Time.Jump(TimeSpan.FromDays(7));
        await bench.PassAsync(TimeSpan.FromMinutes(10));
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Pending]);
        bench.Wire.Accept();
        await bench.PassAsync(TimeSpan.FromMinutes(10));
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    /// <summary>Somebody may have been writing in the card; nobody writes in it for two hours.</summary>
    [Theory]
    [InlineData(-2, false)]
    [InlineData(-2, true)]
    [InlineData(2, false)]
    public async Task A_card_that_is_left_alone_for_a_while_is_changed_as_soon_as_without_the_jump(int hours, bool restarts)
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox => outbox.Show(OutboxBench.Person("sato"), "draft:1", 1, TestCards.Saying("before"), "before"));
        await bench.PumpAsync();
        await bench.CommitAsync(outbox =>
            outbox.Change(
                OutboxBench.Person("sato"),
                "draft:1",
                2,
                TestCards.Saying("after"),
                "after",
                "draft:1",
                notBefore: bench.Time.GetUtcNow() + TimeSpan.FromMinutes(15)
            )
        );
        bench.Time.Jump(TimeSpan.FromHours(hours));
        if (restarts) bench.Restart();
        await bench.PassAsync(TimeSpan.FromMinutes(10));
        bench.Wire.Calls.Count.ShouldBe(1);
        await bench.PassAsync(TimeSpan.FromMinutes(6));
        bench.Wire.Calls.Count.ShouldBe(2);
    }

    /// <summary>The wrong clock was followed; the process ended before it was put right.</summary>
    [Fact]
    public async Task A_card_that_is_left_alone_does_not_wait_for_a_wrong_clock_that_was_put_right_meanwhile()
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox => outbox.Show(OutboxBench.Person("sato"), "draft:1", 1, TestCards.Saying("before"), "before"));
        await bench.PumpAsync();
        await bench.CommitAsync(outbox =>
            outbox.Change(
                OutboxBench.Person("sato"),
                "draft:1",
                2,
                TestCards.Saying("after"),
                "after",
                "draft:1",
                notBefore: bench.Time.GetUtcNow() + TimeSpan.FromMinutes(15)
            )
        );
        bench.Time.Jump(TimeSpan.FromDays(30));
        await bench.PassAsync(TimeSpan.FromMinutes(1));
        bench.Time.Jump(TimeSpan.FromDays(-30));
        bench.Restart();

        await bench.PassAsync(TimeSpan.FromMinutes(16));

        bench.Wire.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_planned_for_a_time_goes_by_the_clock_on_the_wall()
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox =>
            outbox.Say(OutboxBench.Person("sato"), "at noon", notBefore: bench.Time.GetUtcNow() + TimeSpan.FromHours(3))
        );
        bench.Time.Jump(TimeSpan.FromHours(-1));
        await bench.PassAsync(TimeSpan.FromHours(3.5));
        bench.Sent.ShouldBeEmpty();
        await bench.PassAsync(TimeSpan.FromHours(0.6));
        bench.Sent.ShouldBe(["POST a:sato at noon"]);
    }
}
