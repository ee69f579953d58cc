using TeamsBot.Checks;
using TeamsBot.Packs;

namespace TeamsBot.Approvals;

/// <summary>
/// Checks a text once as soon as the program runs: the word lists and patterns are built at the first check, and the first person of the
/// day should not wait for that. Nothing is kept of it.
/// </summary>
internal sealed class ChecksWarmUp(PackChecks checks, ClauseNames clauses, TimeProvider time, IHostApplicationLifetime lifetime)
    : BackgroundService
{
    private const string AnyPost = "【お知らせ】12月5日(土)午前10時から、市役所で説明会を開きます。問合せ：0269-00-2111 https://www.example.lg.jp/";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        foreach (var finding in ContentChecker.Check(AnyPost, checks.ContextFor(null, time.GetUtcNow(), null)))
            _ = clauses.Of(finding.Clauses);
    }
}
