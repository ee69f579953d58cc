using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.Reminders;

namespace TeamsBot.Upkeep;

/// <summary>
/// Sees to it that a next look at all accounts is stored. Each look stores the next one; this is for the first, and for one that was given
/// up after too many failures.
/// </summary>
internal sealed partial class UpkeepSeed(IServiceScopeFactory scopes, CommitGate gate, TimeProvider time, ILogger<UpkeepSeed> log)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await PlantAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                Failed(log, problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task PlantAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        if (await db.Reminders.AnyAsync(
            reminder => reminder.Kind == UpkeepPlan.Daily && reminder.DoneAt == null && reminder.Attempts < Reminder.MaxAttempts,
            cancellationToken
        ))
            return;
        await scope.ServiceProvider.GetRequiredService<UpkeepPlan>().ScheduleAsync("", cancellationToken);
        await gate.SaveAsync(db, cancellationToken);
    }

    [LoggerMessage(2211, LogLevel.Error, "The next look at all accounts could not be stored; trying again in some hours")]
    private static partial void Failed(ILogger log, Exception problem);
}
