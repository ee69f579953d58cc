using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Handles one turn; null where nothing handles an invoke. It may outlive the HTTP request, so it takes nothing from it, opens its own
/// scope and lives by the token given, which ends with the turn's own time limit: the service hangs up long before it gives up (protocol.md
/// 3.5, 8 #16).
/// </summary>
public delegate Task<InvokeResponse?> TurnProcess(ParsedTurn turn, CancellationToken cancellationToken);

/// <summary>Runs turns independently of their requests, and at shutdown waits for those still running.</summary>
internal sealed class TurnRunner(IOptions<BotOptions> options, TurnMeter meter, TimeProvider time, ILogger<TurnRunner> logger)
    : IHostedService
{
    private readonly ConcurrentDictionary<Task, byte> running = new();
    private readonly TimeSpan limit = options.Value.TurnLimit;
    private readonly TimeSpan answerWithin = options.Value.InvokeAnswerWithin;

    /// <summary>True when the turn was handled; false asks the caller to answer 500, so that Teams sends the activity again.</summary>
    public async Task<bool> RunAsync(TurnProcess process, ParsedTurn turn) => (await WorkAsync(process, turn)).Trouble is null;

    /// <summary>The answer of an invoke. When the time for it is over the work goes on, and the answer says so.</summary>
    public async Task<InvokeResponse> RunInvokeAsync(TurnProcess process, NeutralAnswer? neutral, ParsedTurn turn)
    {
        // On another thread, because a handler that blocks (a busy database) would keep this one from watching the clock.
        var work = Task.Run(() => WorkAsync(process, turn));
        running.TryAdd(work, 0);
        _ = work.ContinueWith(
            done => running.TryRemove(done, out _),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        Outcome outcome;
        try
        {
            outcome = await work.WaitAsync(answerWithin, time);
        }
        catch (TimeoutException)
        {
            Log.InvokeSlow(logger, LogWord.Of(turn.Activity.Name), LogWord.Of(turn.Activity.Id));
            outcome = new(null, TurnTrouble.TooSlow);
        }

        return outcome.Response ?? neutral?.Invoke(turn, outcome.Trouble!.Value) ?? NeutralAnswers.For(turn, outcome.Trouble!.Value);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(running.Keys).WaitAsync(cancellationToken);

    /// <summary>
    /// Never throws: what a handler throws ends here, with its kind and place in the log but not its message, which may quote a draft.
    /// </summary>
    private async Task<Outcome> WorkAsync(TurnProcess process, ParsedTurn turn)
    {
        var began = time.GetTimestamp();
        var outcome = await TryAsync(process, turn);
        meter.Turn(turn.Activity.Type, outcome.Trouble, time.GetElapsedTime(began));
        return outcome;
    }

    private async Task<Outcome> TryAsync(TurnProcess process, ParsedTurn turn)
    {
        using var stop = new CancellationTokenSource(limit, time);
        try
        {
            var response = await process(turn, stop.Token);
            return new(response, response is null && turn.IsInvoke ? TurnTrouble.Unhandled : null);
        }
        catch (Exception failure)
        {
            Log.TurnFailed(
                logger,
                LogWord.Of(turn.Activity.Type),
                LogWord.Of(turn.Activity.Id),
                Log.Describe(failure),
                stop.IsCancellationRequested
            );
            return new(null, TurnTrouble.Failed);
        }
    }

    private readonly record struct Outcome(InvokeResponse? Response, TurnTrouble? Trouble);
}
