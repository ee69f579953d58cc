using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Data;

namespace TeamsBot.Reminders;

/// <summary>A look that a feature takes again and again, as a reminder that stores the next one each time it is run.</summary>
/// <param name="Kind">The reminder's kind.</param>
/// <param name="Schedule">Stores the next one, in the context of the scope it is given.</param>
internal sealed record RepeatedLook(string Kind, Func<IServiceProvider, CancellationToken, Task> Schedule);

/// <summary>
/// Sees to it that a next look of each kind is stored. Each look stores the next one; this is for the first, and for one that was given
/// up after too many failures.
/// </summary>
internal sealed partial class LookSeed(
    IServiceScopeFactory scopes, IEnumerable<RepeatedLook> looks, CommitGate gate, TimeProvider time, ILogger<LookSeed> log)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            foreach (var look in looks)
            {
                try
                {
                    await PlantAsync(look, stoppingToken);
                }
                catch (Exception problem) when (problem is not OperationCanceledException)
                {
                    Failed(log, look.Kind, problem);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PlantAsync(RepeatedLook look, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var isThere = await db.Reminders.AnyAsync(
            reminder => reminder.Kind == look.Kind && reminder.DoneAt == null && reminder.Attempts < Reminder.MaxAttempts,
            cancellationToken
        );
        if (isThere) return;
        await look.Schedule(scope.ServiceProvider, cancellationToken);
        await gate.SaveAsync(db, cancellationToken);
    }

    [LoggerMessage(2201, LogLevel.Error, "The next look {Kind} could not be stored; trying again in some hours")]
    private static partial void Failed(ILogger log, string kind, Exception problem);
}
