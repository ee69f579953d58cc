using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Reminders;

namespace TeamsBot.Tasks;

/// <summary>
/// Where tasks begin and end. The same cause twice is one task; each change has its entry in the audit chain, and the time it is looked at
/// next is a stored reminder.
/// </summary>
internal sealed class TaskBook(BotDbContext db, TaskCatalogue catalogue, TaskDays office, AuditTrail audit, TimeProvider time)
{
    /// <summary>The kind under which it is stored that a task is to be looked at.</summary>
    public const string Due = "task.due";

    /// <param name="day">The day its cause names; null where it is due by itself.</param>
    /// <param name="by">Whose doing caused it; null where the bot found the cause.</param>
    public async Task<DatedTask> RaiseAsync(TaskCause cause, DateOnly? day, Actor? by, CancellationToken cancellationToken)
    {
        if (await FindAsync(cause, cancellationToken) is { } known) return known;
        var (row, now) = (catalogue.Of(cause.Key), time.GetUtcNow());
        var (days, today) = (await office.OfAsync(cause.TenantId, cancellationToken), JapanTime.DateOf(now));
        var due = day is { } named ? TaskClock.Due(row, named, days) : TaskClock.DueFrom(row, today, days);
        var task = DatedTask.Raised(cause, due, today, now);
        db.DatedTasks.Add(task);
        Record(by, "task.raise", task, new { task.Key, account = task.AccountId, task.Cause, due });
        ScheduleNext(task, row, days);
        return task;
    }

    /// <summary>Those about an account that are not over, as this turn leaves them.</summary>
    public async Task<IReadOnlyList<DatedTask>> OpenOfAsync(string tenantId, string accountId, CancellationToken cancellationToken)
    {
        var stored = await db.OpenTasks(tenantId).Where(task => task.AccountId == accountId).ToListAsync(cancellationToken);
        var added = db.DatedTasks.Local.Where(task => task.TenantId == tenantId && task.AccountId == accountId);
        return [.. stored.Union(added).Where(task => task.IsOpen).OrderBy(task => task.DueOn)];
    }

    public void Finish(DatedTask task, Actor by, string name, object? proof)
    {
        task.Finish(name, time.GetUtcNow());
        Record(by, "task.done", task, proof);
    }

    /// <param name="why">In a word, for the audit chain.</param>
    public void Drop(DatedTask task, Actor? by, string why)
    {
        task.Drop(why, time.GetUtcNow());
        Record(by, "task.drop", task, new { why });
    }

    public void Record(Actor? by, string action, DatedTask task, object? details = null) =>
        audit.Record(by, action, AuditedTasks.SubjectOf(task.Id), details, task.AuditState);

    /// <summary>
    /// Looks at it when its next call is due; never again after the last. An earlier look stays while somebody has still to hear of it.
    /// </summary>
    public void ScheduleNext(DatedTask task, TaskRow row, OpeningDays days)
    {
        var calls = task.CallsOf(row, days);
        var next = task.Calls < calls.Count ? TaskClock.OpeningOf(calls[task.Calls].Day, days) : (DateTimeOffset?)null;
        if (task.Waiting.Count > 0 && task.NextAt is { } look && !(next <= look)) return;
        LookAt(task, next);
    }

    /// <summary>These came to it after it was told: they hear of it at once, and nobody else hears of it again.</summary>
    public void TellAlso(DatedTask task, IEnumerable<string> personIds)
    {
        task.Join(personIds);
        LookAt(task, time.GetUtcNow());
    }

    public void LookAt(DatedTask task, DateTimeOffset? at)
    {
        task.LookAt(at);
        if (at is { } due) db.Reminders.Add(Reminder.At(due, Due, task.TenantId, AuditedTasks.SubjectOf(task.Id)));
    }

    private async Task<DatedTask?> FindAsync(TaskCause cause, CancellationToken cancellationToken) =>
        db.DatedTasks.Local.FirstOrDefault(task => Is(task, cause))
        ?? await db.DatedTasks.FirstOrDefaultAsync(
            task => task.TenantId == cause.TenantId && task.AccountId == cause.AccountId && task.Key == cause.Key
                && task.Cause == cause.Cause,
            cancellationToken
        );

    private static bool Is(DatedTask task, TaskCause cause) =>
        (task.TenantId, task.AccountId, task.Key, task.Cause) == (cause.TenantId, cause.AccountId, cause.Key, cause.Cause);
}
