using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.Turns;

/// <summary>
/// Forgets inbox keys when nobody delivers again any more: the service repeats within minutes, a day is kept (protocol.md 3.11 asks for ten
/// minutes).
/// </summary>
internal sealed partial class InboxSweep(
    IDbContextFactory<BotDbContext> contexts,
    WriteGate gate,
    TimeProvider time,
    ILogger<InboxSweep> log
) : BackgroundService
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(1);

    private static readonly TimeSpan Period = TimeSpan.FromHours(1);

    private readonly WallClock clock = new(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Failed(log, problem);
            }
        }
    }

    /// <summary>Not by a clock that was just set ahead: keys of a minute ago would be forgotten with those of yesterday.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        clock.Jump();
        if (!clock.IsSettled) return 0;
        var before = (time.GetUtcNow() - Keep).UtcTicks;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        using (await gate.EnterAsync(cancellationToken))
        {
            return await db.Database.ExecuteSqlInterpolatedAsync(
                $"DELETE FROM \"Inbox\" WHERE \"ReceivedAt\" < {before}",
                cancellationToken
            );
        }
    }

    [LoggerMessage(2003, LogLevel.Error, "Old inbox keys could not be removed; trying again in an hour")]
    private static partial void Failed(ILogger log, Exception problem);
}
