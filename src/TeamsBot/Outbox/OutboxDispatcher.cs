using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Options;
using TeamsBot.Data;
using TeamsBot.Protocol;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Outbox;

/// <summary>
/// The one loop that sends. Wakes after each commit and when something becomes due; speaks to many conversations at once and to each in
/// order. Every stored message ends as sent, superseded or dead, or waits as pending or unreachable; none is lost and none holds up another
/// address.
/// </summary>
internal sealed class OutboxDispatcher(
    OutboxRound round,
    ConnectorClient connector,
    CommitSignal signal,
    IOptions<OutboxOptions> options,
    TimeProvider time,
    ILogger<OutboxDispatcher> logger
)
    : BackgroundService
{
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Rounds begin at least so far apart, and take at most a third of the time: under load each then carries many messages in its one
    /// commit and leaves the database to the turns, and a lone message is hardly later for it. Real time also under a test's clock, because
    /// it decides nothing.
    /// </summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan SlowestPace = TimeSpan.FromMilliseconds(50);

    /// <summary>A call that takes longer makes room for others: conversations that hang hold up none that answer.</summary>
    private static readonly TimeSpan SlowAfter = TimeSpan.FromSeconds(1);

    /// <summary>So many times the usual number may hang beside it.</summary>
    private const int MostSlow = 8;

    private readonly ConcurrentQueue<OutboxAttempt> finished = new();
    private readonly ConcurrentQueue<(string ServiceUrl, ConnectorFailure? Failure)> asked = new();
    private readonly List<OutboxAttempt> unnoted = [];
    private readonly Lock stateGate = new();
    private Task woken = Task.CompletedTask;
    private int sending;
    private int slow;
    private long roundBegan;
    private TimeSpan roundTook;
    private long? lastRound;

    /// <summary>
    /// How long ago the loop went through its work, whatever the clock says; null before the first time and while the database refuses it.
    /// </summary>
    public TimeSpan? SinceLastRound
    {
        get
        {
            lock (stateGate) return lastRound is { } stamp ? time.GetElapsedTime(stamp) : null;
        }
    }

    /// <summary>Longer without a round and the loop has stopped.</summary>
    public TimeSpan LooksAtLeastEvery => TimeSpan.FromSeconds(options.Value.LookEverySeconds);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host is not held up by the first round.
        await Task.Yield();
        using var abandon = new CancellationTokenSource();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var since = Stopwatch.GetElapsedTime(roundBegan);
                var pace = TimeSpan.FromTicks(Math.Clamp(roundTook.Ticks * 3, Pace.Ticks, SlowestPace.Ticks));
                if (since < pace) await Task.Delay(pace - since, TimeProvider.System, stoppingToken);
                roundBegan = Stopwatch.GetTimestamp();
                await LookAsync(options.Value.Parallel - Volatile.Read(ref sending), abandon.Token, stoppingToken);
                roundTook = Stopwatch.GetElapsedTime(roundBegan);
                await SleepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await FinishAsync(abandon);
    }

    /// <summary>One round, and the sends it allows.</summary>
    private async Task LookAsync(int room, CancellationToken abandon, CancellationToken cancellationToken)
    {
        while (finished.TryDequeue(out var attempt)) unnoted.Add(attempt);
        while (asked.TryDequeue(out var answer)) round.Asked(answer.ServiceUrl, answer.Failure);
        try
        {
            var begun = await round.RunAsync(unnoted, room, cancellationToken);
            unnoted.Clear();
            foreach (var attempt in begun) _ = SendAsync(attempt, abandon);
            foreach (var place in round.ToAsk) _ = AskAsync(place, abandon);
            lock (stateGate) lastRound = time.GetTimestamp();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // The disk is full or another process holds the file: nothing is lost, the results are kept and noted later. Anything else is a
            // mistake of ours, which must show in the log and in readiness, and must not end the loop for everybody.
            OutboxLog.DatabaseRefused(logger, problem);
            lock (stateGate) lastRound = null;
            await Task.Delay(AfterTrouble, time, cancellationToken);
        }
    }

    private async Task SleepAsync(CancellationToken stoppingToken)
    {
        var isFull = Volatile.Read(ref sending) >= options.Value.Parallel;
        if (!finished.IsEmpty || unnoted.Count > 0 || (round.HasMore && !isFull)) return;
        var until = LooksAtLeastEvery;
        if (!isFull && round.NextWake - time.GetUtcNow() is { } due && due < until) until = due;
        if (until <= TimeSpan.Zero) return;
        if (woken.IsCompleted) woken = signal.WaitAsync(stoppingToken).AsTask();
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(woken, Task.Delay(until, time, awake.Token));
        await awake.CancelAsync();
        stoppingToken.ThrowIfCancellationRequested();
    }

    private async Task SendAsync(OutboxAttempt attempt, CancellationToken abandon)
    {
        Interlocked.Increment(ref sending);
        var isSlow = false;
        try
        {
            await Task.Yield();
#pragma warning disable CA5394 // Only spreads retries over time.
            var call = attempt.SendAsync(connector, time, Random.Shared.NextDouble(), abandon);
#pragma warning restore CA5394
            isSlow = await IsSlowAsync(call);
            await call;
            Log(attempt);
            finished.Enqueue(attempt);
        }
        catch (OperationCanceledException)
        {
            // The program stops: the row stays begun, which the next start understands.
        }
        finally
        {
            Interlocked.Decrement(ref isSlow ? ref slow : ref sending);
            signal.Raise();
        }
    }

    /// <summary>Returns when the call has ended, or hangs and was set aside.</summary>
    private async Task<bool> IsSlowAsync(Task call)
    {
        if (call.IsCompleted) return false;
        using var ended = new CancellationTokenSource();
        if (await Task.WhenAny(call, Task.Delay(SlowAfter, time, ended.Token)) == call)
        {
            await ended.CancelAsync();
            return false;
        }

        if (Volatile.Read(ref slow) >= options.Value.Parallel * MostSlow) return false;
        Interlocked.Increment(ref slow);
        Interlocked.Decrement(ref sending);
        signal.Raise();
        return true;
    }

    /// <summary>Asks for the bot itself as a member: changes nothing, and any answer shows that the connector is back.</summary>
    private async Task AskAsync(ConversationReference place, CancellationToken abandon)
    {
        try
        {
            await Task.Yield();
            var answer = await connector.GetMemberAsync(place, place.BotId, abandon);
            asked.Enqueue((place.ServiceUrl, answer.Failure));
            signal.Raise();
        }
        catch (OperationCanceledException)
        {
            // The program stops.
        }
    }

    private async Task FinishAsync(CancellationTokenSource abandon)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.StopSeconds), time);
        while (Volatile.Read(ref sending) + Volatile.Read(ref slow) > 0 && !patience.IsCancellationRequested)
        {
            if (woken.IsCompleted) woken = signal.WaitAsync(patience.Token).AsTask();
            await Task.WhenAny(woken, Task.Delay(TimeSpan.FromMilliseconds(100), time, patience.Token));
        }

        await LookAsync(room: 0, abandon.Token, CancellationToken.None);
        await abandon.CancelAsync();
    }

    private void Log(OutboxAttempt attempt)
    {
        var message = attempt.Message;
        if (message.Status == OutboxStatus.Sent) OutboxLog.Sent(logger, message.Id, message.Attempts);
        else OutboxLog.NotSent(logger, message.Id, message.Status, message.Attempts, LogWord.Of(message.LastFailure));
    }
}
