using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Reminders;
using TeamsBot.Rosters;
using TeamsBot.Tasks;

namespace TeamsBot.RosterDesk;

/// <summary>
/// Looks at all rosters once on every opening day: what has nobody becomes a task, the task of days that are over ends, and whoever is on
/// duty hears of it (<see cref="RosterStart"/>). Begins with the first roster that is entered; each look stores the next one.
/// </summary>
internal sealed class RosterPlan(
    BotDbContext db,
    DutyRoster roster,
    RosterGaps gaps,
    TaskBook book,
    TaskTelling telling,
    CallTasks calls,
    TaskDays office,
    RosterStart start,
    OfficeLook look,
    TimeProvider time
)
{
    /// <summary>The kind under which the next look is stored.</summary>
    public const string Daily = "roster.plan";

    private const string DayForm = "yyyy-MM-dd";

    public async Task RunAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        var (tenant, now) = (reminder.TenantId, time.GetUtcNow());
        var (today, since) = (JapanTime.DateOf(now), Since(reminder));
        var days = await office.OfAsync(tenant, cancellationToken);
        // After an outage the look may come before the office opens.
        var isOpen = days.IsOpenAt(now);
        await EndAsync(tenant, today, days, cancellationToken);
        var monday = RosterWeek.MondayOf(today);
        var entered = await db.Absences.AsNoTracking()
            .Where(absence => absence.CancelledAt == null && absence.LastDay >= monday).ToListAsync(cancellationToken);
        foreach (var section in roster.Sections(tenant))
        {
            await gaps.LookAsync(tenant, section, today, cancellationToken);
            if (isOpen) start.Tell(tenant, section, new(today, since, entered), days);
        }

        await calls.RunAsync(tenant, cancellationToken);
        await ScheduleAsync(tenant, isOpen ? null : since, cancellationToken);
    }

    /// <summary>After weeks were entered: what they fill is done, what still has nobody is asked for, and the daily look goes on.</summary>
    public async Task FilledAsync(ParsedTurn turn, string section, RosterReader reader, CancellationToken cancellationToken)
    {
        var tenant = reader.TenantId;
        var days = await office.OfAsync(tenant, cancellationToken);
        foreach (var task in await book.OpenOfAsync(tenant, RosterGaps.SubjectOf(section), cancellationToken))
        {
            if (gaps.Of(task, days).Count > 0) continue;
            book.Finish(task, turn.Actor!, reader.Person.Name, new { filled = true });
            telling.Show(task, days);
        }

        await gaps.LookAsync(tenant, section, reader.Today, cancellationToken);
        if (!await db.Reminders.AnyAsync(IsWaiting(tenant), cancellationToken))
            await ScheduleAsync(tenant, untold: null, cancellationToken);
    }

    /// <summary>What nobody entered in time cannot be entered any more.</summary>
    private async Task EndAsync(string tenant, DateOnly today, OpeningDays days, CancellationToken cancellationToken)
    {
        var open = await db.OpenTasks(tenant).Where(task => task.Key == RosterGaps.Week || task.Key == RosterGaps.Holidays)
            .ToListAsync(cancellationToken);
        foreach (var task in open.Where(task => RosterGaps.IsOver(task, days, today)))
        {
            book.Drop(task, by: null, "over");
            telling.Show(task, days);
        }
    }

    /// <param name="untold">The day since which nobody was told that their week begins; null where all were.</param>
    private Task ScheduleAsync(string tenant, DateOnly? untold, CancellationToken cancellationToken) =>
        look.ScheduleAsync(Daily, tenant, cancellationToken, untold is { } day ? $"{Daily}:{RosterWords.Written(day)}" : Daily);

    private static DateOnly Since(Reminder reminder) =>
        reminder.Subject.Length > Daily.Length
        && DateOnly.TryParseExact(
            reminder.Subject.AsSpan(Daily.Length + 1), DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : JapanTime.DateOf(reminder.DueAt);

    private static System.Linq.Expressions.Expression<Func<Reminder, bool>> IsWaiting(string tenant) =>
        reminder => reminder.Kind == Daily && reminder.TenantId == tenant && reminder.DoneAt == null
            && reminder.Attempts < Reminder.MaxAttempts;
}
