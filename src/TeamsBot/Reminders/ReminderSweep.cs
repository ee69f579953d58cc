using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Data;

namespace TeamsBot.Reminders;

/// <summary>
/// Takes due reminders, oldest first but for what others of the round go by, and gives each to its feature in a scope and commit of its
/// own, so that one that fails holds up none.
/// </summary>
internal sealed partial class ReminderSweep(
    IServiceScopeFactory scopes,
    CommitGate gate,
    DatabaseWatch watch,
    ReminderMeter meter,
    TimeProvider time,
    ILogger<ReminderSweep> log
) : BackgroundService
{
    /// <summary>How often is looked for due reminders: the precision of every "later".</summary>
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(20);

    private const int MaxRound = 200;

    private readonly WallClock clock = new(time);

    /// <summary>One round at a time: two that deal with the same reminders would each put off what the other has in hand.</summary>
    private readonly SemaphoreSlim oneRound = new(1, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, time);
        do
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                watch.Heard(problem);
                RoundFailed(log, problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>
    /// One round; returns how many reminders were dealt with. None for some minutes after the clock was set far ahead: what expires by a
    /// wrong clock stays expired when it is put right.
    /// </summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await oneRound.WaitAsync(cancellationToken);
        try
        {
            return await RoundAsync(cancellationToken);
        }
        finally
        {
            oneRound.Release();
        }
    }

    public override void Dispose()
    {
        oneRound.Dispose();
        base.Dispose();
    }

    private async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        if (clock.Jump() is var jump && jump != TimeSpan.Zero) Jumped(log, jump, clock.IsSettled);
        if (!clock.IsSettled) return 0;
        var now = time.GetUtcNow();
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var first = scope.ServiceProvider.GetServices<ReminderHandler>()
                .Where(one => one.ComesFirst).Select(one => one.Kind).ToHashSet(StringComparer.Ordinal);
            var round = await scope.ServiceProvider.GetRequiredService<BotDbContext>().Reminders.AsNoTracking()
                .Where(reminder => reminder.DoneAt == null && reminder.DueAt <= now && reminder.Attempts < Reminder.MaxAttempts)
                .OrderBy(reminder => reminder.DueAt).Take(MaxRound).Select(reminder => new { reminder.Id, reminder.Kind })
                .ToListAsync(cancellationToken);
            due = [.. round.OrderByDescending(one => first.Contains(one.Kind)).Select(one => one.Id)];
        }

        foreach (var id in due) await RemindAsync(id, cancellationToken);
        return due.Count;
    }

    private async Task RemindAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            var reminder = await db.Reminders.SingleAsync(candidate => candidate.Id == id, cancellationToken);
            // Another round dealt with it since the list was read: nobody hears it twice.
            if (reminder.DoneAt is not null) return;
            var handler = scope.ServiceProvider.GetServices<ReminderHandler>().Single(candidate => candidate.Kind == reminder.Kind);
            await handler.Handle(scope.ServiceProvider, reminder, cancellationToken);
            reminder.Done(time.GetUtcNow());
            await gate.SaveAsync(db, cancellationToken);
            meter.Dealt(reminder.Kind, isDone: true);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            watch.Heard(problem);
            Failed(log, id, problem);
            await PostponeAsync(id, cancellationToken);
        }
    }

    private async Task PostponeAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
        var reminder = await db.Reminders.SingleAsync(candidate => candidate.Id == id, cancellationToken);
        reminder.Failed(time.GetUtcNow());
        meter.Dealt(reminder.Kind, isDone: false);
        await gate.SaveAsync(db, cancellationToken);
    }

    [LoggerMessage(2101, LogLevel.Error, "Looking for due reminders failed; trying again")]
    private static partial void RoundFailed(ILogger log, Exception problem);

    [LoggerMessage(
        2103,
        LogLevel.Warning,
        "The clock was set by {Jump}; reminders go on at once: {AtOnce} (otherwise in ten minutes, unless it is set back)"
    )]
    private static partial void Jumped(ILogger log, TimeSpan jump, bool atOnce);

    [LoggerMessage(2102, LogLevel.Error, "Reminder {Id} failed")]
    private static partial void Failed(ILogger log, Guid id, Exception problem);
}

/// <summary>A feature's answer to reminders of one kind. Changes entities and enqueues messages; the sweep commits.</summary>
internal sealed record ReminderHandler(string Kind, Func<IServiceProvider, Reminder, CancellationToken, Task> Handle)
{
    /// <summary>Before the others of a round, because they go by what it tells people.</summary>
    public bool ComesFirst { get; init; }
}

internal static class RemindersFeature
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddMetrics().AddSingleton<ReminderMeter>()
        .AddSingleton<ReminderSweep>()
        .AddHostedService(provider => provider.GetRequiredService<ReminderSweep>())
        .AddHostedService<LookSeed>();
}
