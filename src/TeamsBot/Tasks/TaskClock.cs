using TeamsBot.Checks.Dates;

namespace TeamsBot.Tasks;

/// <summary>A day on which a task is told, and to which link of its chain.</summary>
internal sealed record TaskCall(DateOnly Day, int Step);

/// <summary>
/// The arithmetic of a task (rules.md 4 and 6.1): where its due day moves to, and on which days it is told to whom. Pure; never a closed
/// day.
/// </summary>
internal static class TaskClock
{
    /// <summary>So often are those in charge told of one task before the next in the chain hears of it.</summary>
    public const int MostCalls = 3;

    /// <summary>So often at most is the last link of the chain told again: for two years, where it is every week.</summary>
    private const int MostRepeats = 104;

    /// <summary>The due day that a cause names, moved to an opening day.</summary>
    public static DateOnly Due(TaskRow row, DateOnly day, OpeningDays days) => row.ShiftsToNext ? days.Next(day) : days.Previous(day);

    /// <summary>The due day of a task that counts from its cause: the same opening day, or some opening days later.</summary>
    public static DateOnly DueFrom(TaskRow row, DateOnly today, OpeningDays days) => After(days, days.Next(today), row.DueOpenDays ?? 0);

    /// <summary>How far a due day may be moved: an opening day, counted from the first one.</summary>
    public static DateOnly Latest(TaskRow row, DateOnly firstDue, OpeningDays days) =>
        days.Previous(firstDue.AddDays(row.PostponeDays)) is var day && day > firstDue ? day : days.Next(firstDue.AddDays(1));

    /// <summary>All calls in order. What lies before the task was there is not called; a task that comes late is called at once.</summary>
    /// <param name="from">The day it arose, or was given its present due day.</param>
    /// <param name="isMoved">
    /// Somebody gave it a later day: they know of it, and are told again before it and on it, not on the day on which they moved it.
    /// </param>
    public static IReadOnlyList<TaskCall> Calls(TaskRow row, DateOnly due, DateOnly from, OpeningDays days, bool isMoved = false)
    {
        var first = days.Next(isMoved ? from.AddDays(1) : from);
        var notices = row.Notices.Select(before => days.Previous(due.AddDays(-before))).Where(day => day >= first).ToList();
        if (isMoved ? notices.Count == 0 : row.AtOnce || notices.Count == 0) notices.Add(isMoved && due > first ? due : first);
        var counted = due < first ? first : due;
        return
        [
            .. notices.Distinct().Order().TakeLast(MostCalls).Select(day => new TaskCall(day, 0)),
            .. row.Chain.Skip(1).Select((step, at) => new TaskCall(DayOf(step, counted, days), at + 1)),
            .. Repeats(row, counted, days),
        ];
    }

    private static IEnumerable<TaskCall> Repeats(TaskRow row, DateOnly due, OpeningDays days)
    {
        if (row.RepeatDays is not { } every) yield break;
        var (last, step) = (row.Chain.Count == 1 ? due : DayOf(row.Chain[^1], due, days), row.Chain.Count - 1);
        for (var time = 1; time <= MostRepeats; time++) yield return new TaskCall(days.Next(last.AddDays(every * time)), step);
    }

    /// <summary>How many opening days are left until a day, today not counted; 0 on the day itself and after it.</summary>
    public static int OpeningDaysUntil(DateOnly due, DateOnly today, OpeningDays days)
    {
        var left = 0;
        for (var day = today.AddDays(1); day <= due; day = day.AddDays(1)) if (days.IsOpen(day)) left++;
        return left;
    }

    /// <summary>When the office opens on a day.</summary>
    public static DateTimeOffset OpeningOf(DateOnly day, OpeningDays days) => new(day.ToDateTime(days.Opens), JapanTime.Offset);

    private static DateOnly DayOf(TaskStep step, DateOnly due, OpeningDays days) =>
        step.AfterOpenDays is { } open ? After(days, due, open) : days.Next(due.AddDays(step.AfterDays ?? 0));

    private static DateOnly After(OpeningDays days, DateOnly from, int openingDays)
    {
        var day = from;
        for (var passed = 0; passed < openingDays; passed++) day = days.Next(day.AddDays(1));
        return day;
    }
}
