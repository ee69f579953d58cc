using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Rosters;

/// <summary>
/// The days on which a duty has nobody, and the tasks that bring them to mind. A section that keeps no roster has no gaps, until a comment
/// comes for which nobody is on duty.
/// </summary>
internal sealed class RosterGaps(BotDbContext db, DutyRoster roster, TaskBook book, TaskDays office, TimeProvider time)
{
    /// <summary>Nobody is on a duty of a week (rules.md 4).</summary>
    public const string Week = "duty-roster";

    /// <summary>Nobody is on a duty while the office is closed for long.</summary>
    public const string Holidays = "duty-holidays";

    /// <summary>What distinguishes a task that a comment caused, where the section keeps no roster of replies.</summary>
    private const string ForReplies = " reply";

    /// <summary>The duties that have nobody on one of these days.</summary>
    /// <param name="kept">The duties that are asked after.</param>
    public IReadOnlyList<Duty> Of(string tenantId, string section, IEnumerable<Duty> kept, IEnumerable<DateOnly> days)
    {
        var asked = days.ToList();
        return [.. kept.Where(duty => asked.Exists(day => roster.OnDuty(tenantId, section, duty, day) is null))];
    }

    /// <summary>The duties a task is about that still have nobody.</summary>
    public IReadOnlyList<Duty> Of(DatedTask task, OpeningDays days) =>
        Of(task.TenantId, task.Section, DutiesOf(task), DaysLeft(task, days));

    /// <summary>A comment came and nobody answers for it: the section is asked to enter somebody [tochigi-5-2-3].</summary>
    public Task AskForRepliesAsync(string tenantId, string section, DateOnly day, Actor? by, CancellationToken cancellationToken)
    {
        var isKept = roster.KeptBy(tenantId, section).Contains(Duty.Reply);
        var cause = Written(RosterWeek.MondayOf(day)) + (isKept ? "" : ForReplies);
        return RaiseAsync(new(tenantId, Week, SubjectOf(section), section, cause), null, by, cancellationToken);
    }

    /// <summary>The coming weeks and the next long closing of the office.</summary>
    public async Task LookAsync(string tenantId, string section, DateOnly today, CancellationToken cancellationToken)
    {
        var (kept, days) = (roster.KeptBy(tenantId, section), await office.OfAsync(tenantId, cancellationToken));
        foreach (var monday in ComingMondays(today))
        {
            if (Of(tenantId, section, kept, OpenDays(monday, days)).Count == 0) continue;
            await RaiseAsync(new(tenantId, Week, SubjectOf(section), section, Written(monday)), monday, by: null, cancellationToken);
        }

        if (LongClosing.Next(today, days) is not { } closing) return;
        if (Of(tenantId, section, kept, closing.Days).Count == 0) return;
        var cause = new TaskCause(tenantId, Holidays, SubjectOf(section), section, Written(closing.First));
        await RaiseAsync(cause, closing.LastOpening, by: null, cancellationToken);
    }

    /// <summary>The first day a task is about.</summary>
    public static DateOnly FirstDayOf(DatedTask task) =>
        DateOnly.ParseExact(task.Cause[..Day.Length], Day, CultureInfo.InvariantCulture);

    /// <summary>The days it is about are over: nobody can be entered for them any more.</summary>
    public static bool IsOver(DatedTask task, OpeningDays days, DateOnly today)
    {
        var first = FirstDayOf(task);
        var sunday = RosterWeek.MondayOf(first).AddDays(6);
        return (task.Key == Holidays && LongClosing.From(first, days) is [.., var last] ? last : sunday) < today;
    }

    /// <summary>The first day on which one of its duties has nobody; where all have somebody by now, the first it is about.</summary>
    public DateOnly FirstGapOf(DatedTask task, OpeningDays days)
    {
        var duties = DutiesOf(task).ToList();
        var open = DaysLeft(task, days).Where(day => Of(task.TenantId, task.Section, duties, [day]).Count > 0).ToList();
        return open.Count > 0 ? open[0] : FirstDayOf(task);
    }

    /// <summary>As a task names the section in place of an account.</summary>
    public static string SubjectOf(string section) => $"roster:{section}";

    /// <summary>The opening days of the task's week, or all days of the long closing.</summary>
    public static IReadOnlyList<DateOnly> DaysOf(DatedTask task, OpeningDays days)
    {
        var first = FirstDayOf(task);
        return task.Key == Holidays ? LongClosing.From(first, days) : OpenDays(first, days);
    }

    /// <summary>Without those of weeks that are over: nobody can be entered for them any more.</summary>
    private IEnumerable<DateOnly> DaysLeft(DatedTask task, OpeningDays days)
    {
        var monday = RosterWeek.MondayOf(JapanTime.DateOf(time.GetUtcNow()));
        return DaysOf(task, days).Where(day => day >= monday);
    }

    private IEnumerable<Duty> DutiesOf(DatedTask task) => task.Cause.Contains(ForReplies, StringComparison.Ordinal)
        ? [Duty.Reply]
        : roster.KeptBy(task.TenantId, task.Section);

    /// <summary>Far enough ahead that the call a week before is never missed, also over a long closing.</summary>
    private static IEnumerable<DateOnly> ComingMondays(DateOnly today) =>
        Enumerable.Range(1, 3).Select(week => RosterWeek.MondayOf(today).AddDays(7 * week));

    private static IReadOnlyList<DateOnly> OpenDays(DateOnly monday, OpeningDays days) =>
        [.. Enumerable.Range(0, 7).Select(monday.AddDays).Where(days.IsOpen)];

    /// <summary>
    /// Raises it unless it is open. Where it was done and the gap opened again, because somebody will be away, it is a task of its own.
    /// </summary>
    private async Task RaiseAsync(TaskCause cause, DateOnly? day, Actor? by, CancellationToken cancellationToken)
    {
        if ((await book.OpenOfAsync(cause.TenantId, cause.AccountId, cancellationToken)).Any(IsSame)) return;
        var before = await db.DatedTasks.CountAsync(
            task => task.TenantId == cause.TenantId && task.AccountId == cause.AccountId && task.Key == cause.Key
                && task.Cause.StartsWith(cause.Cause),
            cancellationToken);
        var again = before == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" #{before + 1}");
        await book.RaiseAsync(cause with { Cause = cause.Cause + again }, day, by, cancellationToken);

        bool IsSame(DatedTask task) => task.Key == cause.Key && task.Cause.StartsWith(cause.Cause, StringComparison.Ordinal);
    }

    private const string Day = "yyyy-MM-dd";

    private static string Written(DateOnly day) => TypedDay.Write(day);
}
