using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Outbox;

/// <summary>The loop itself, running by itself. Every wait here is for an event, with the test runner's patience as the limit.</summary>
public sealed class OutboxDispatcherTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly OutboxBench bench = new();
    private readonly OutboxOptions options = new();
    private OutboxDispatcher dispatcher = null!;

    public Task InitializeAsync()
    {
        dispatcher = new OutboxDispatcher(
            bench.NewRound(), bench.Connector, bench.Signal, Options.Create(options), bench.Time, NullLogger<OutboxDispatcher>.Instance);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        bench.Wire.Accept();
        await dispatcher.StopAsync(default);
        dispatcher.Dispose();
        bench.Dispose();
    }

    [Fact]
    public async Task A_commit_wakes_the_loop()
    {
        await bench.WritesAsync("sato");
        await dispatcher.StartAsync(default);
        var arrived = bench.Wire.ArrivedAsync(1);
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "hello"));
        await arrived.WaitAsync(Patience);
    }

    [Fact]
    public async Task Each_conversation_has_one_writer_and_many_are_served_at_once()
    {
        var (inside, most, doubled) = (new ConcurrentDictionary<string, bool>(), 0, 0);
        bench.Wire.Answer = async call =>
        {
            if (!inside.TryAdd(call.To, true)) Interlocked.Increment(ref doubled);
            InterlockedMax(ref most, inside.Count);
            foreach (var _ in Enumerable.Range(0, 50)) await Task.Yield();
            inside.TryRemove(call.To, out _);
            return null;
        };
        foreach (var person in Enumerable.Range(0, 50)) await bench.WritesAsync($"p{person}");
        await bench.CommitAsync(outbox =>
        {
            foreach (var number in Enumerable.Range(0, 200)) outbox.Say(OutboxBench.Person($"p{number % 50}"), $"{number}");
        });
        await dispatcher.StartAsync(default);
        await UntilAsync(() => bench.Wire.Calls.Count == 200);
        (doubled, most > 1, most <= options.Parallel).ShouldBe((0, true, true));
        foreach (var person in Enumerable.Range(0, 50))
        {
            bench.Wire.Calls.Where(call => call.To == $"a:p{person}").Select(call => call.Says)
                .ShouldBe(Enumerable.Range(0, 4).Select(round => $"{person + (50 * round)}"));
        }
    }

    [Fact]
    public async Task A_stop_waits_for_what_is_under_way_and_notes_it()
    {
        await bench.WritesAsync("sato");
        var answer = new TaskCompletionSource();
        bench.Wire.Answer = async _ =>
        {
            await answer.Task;
            return null;
        };
        await dispatcher.StartAsync(default);
        var arrived = bench.Wire.ArrivedAsync(1);
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "hello"));
        await arrived.WaitAsync(Patience);
        var stop = dispatcher.StopAsync(default);
        stop.IsCompleted.ShouldBeFalse();
        answer.SetResult();
        await stop.WaitAsync(Patience);
        (await bench.StatusesAsync()).ShouldBe([OutboxStatus.Sent]);
    }

    [Fact]
    public async Task Conversations_that_hang_hold_up_none_that_answer()
    {
        options.Parallel = 4;
        var release = new TaskCompletionSource();
        bench.Wire.Answer = async call =>
        {
            if (call.To.StartsWith("a:hangs", StringComparison.Ordinal) && !call.IsQuestion) await release.Task;
            return null;
        };
        foreach (var number in Enumerable.Range(0, 20)) await bench.WritesAsync($"hangs{number}");
        foreach (var number in Enumerable.Range(0, 10)) await bench.WritesAsync($"answers{number}");
        await bench.CommitAsync(outbox =>
        {
            foreach (var number in Enumerable.Range(0, 20)) outbox.Say(OutboxBench.Person($"hangs{number}"), "hello");
            foreach (var number in Enumerable.Range(0, 10)) outbox.Say(OutboxBench.Person($"answers{number}"), "hello");
        });
        await dispatcher.StartAsync(default);

        await UntilAsync(
            () => bench.Wire.Calls.Count(call => call.To.StartsWith("a:answers", StringComparison.Ordinal)) == 10,
            TimeSpan.FromMilliseconds(100)
        );

        release.Task.IsCompleted.ShouldBeFalse();
        release.SetResult();
        await UntilAsync(() => bench.Wire.Calls.Count == 30);
    }

    [Fact]
    public async Task A_database_that_refuses_for_a_while_costs_no_message()
    {
        await bench.WritesAsync("sato");
        await bench.CommitAsync(outbox => outbox.Say(OutboxBench.Person("sato"), "hello"));
        bench.Database.Tamper("CREATE TRIGGER Refuse BEFORE UPDATE ON OutboxMessages BEGIN SELECT RAISE(ABORT, 'full'); END");
        await dispatcher.StartAsync(default);
        await UntilAsync(() => bench.Time.Waiting > 0);
        dispatcher.SinceLastRound.ShouldBeNull();
        bench.Wire.Calls.ShouldBeEmpty();
        bench.Database.Tamper("DROP TRIGGER Refuse");
        await UntilAsync(() => bench.Wire.Calls.Count == 1, TimeSpan.FromSeconds(1));
        await UntilAsync(() => dispatcher.SinceLastRound is not null);
    }

    /// <summary>Looks again and again, each time letting the others run and the clock go on by <paramref name="step"/>.</summary>
    private async Task UntilAsync(Func<bool> condition, TimeSpan step = default)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            bench.Time.Advance(step == default ? TimeSpan.FromMilliseconds(10) : step);
            await Task.Delay(1, limit.Token);
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        for (var seen = Volatile.Read(ref target); value > seen;)
        {
            seen = Interlocked.CompareExchange(ref target, value, seen);
        }
    }
}
