using System.Globalization;
using TeamsBot.Checks.Dates;
using TeamsBot.Tasks;
using TeamsBot.Tests.OfficeDays;

namespace TeamsBot.Tests.Years;

internal enum Called
{
    InCharge,
    Head,
    Desk,
}

/// <summary>A row of the catalogue of reminders as rules.md 4 and the guideline's clauses have it, entered again by hand.</summary>
/// <param name="DueOpenDays">Opening days after its cause; null where the cause names the day.</param>
/// <param name="Notices">Days before the due day.</param>
internal sealed record CallRule(
    int? DueOpenDays, bool AtOnce, int[] Notices, (Called To, int? OpenDays, int? Days)[] Chain, int? RepeatDays = null,
    bool IsUrgent = false, int PostponeDays = 0);

/// <summary>
/// When a task has to be told to which link of its chain, reckoned with the table of the law instead of the product's calendar and clock.
/// </summary>
internal static class CallOracle
{
    private static readonly (Called, int?, int?) InCharge = (Called.InCharge, null, null);

    private static readonly (Called, int?, int?)[] Usual = [InCharge, (Called.Head, 1, null), (Called.Desk, null, 7)];

    public static readonly IReadOnlyDictionary<string, CallRule> Rules = new Dictionary<string, CallRule>
    {
        ["pw-yearly"] = new(null, false, [30, 7, 0], Usual, PostponeDays: 7),
        ["pw-staff"] = new(0, true, [], Usual, IsUrgent: true, PostponeDays: 1),
        ["pw-unknown"] = new(5, true, [0], Usual, PostponeDays: 14),
        ["cadence"] = new(0, false, [0], [InCharge, (Called.Head, null, 7)], PostponeDays: 7),
        ["inactive"] = new(0, false, [0], [(Called.Head, null, null)], RepeatDays: 7),
        ["dormant-login"] = new(null, false, [0], [InCharge, (Called.InCharge, null, 14), (Called.Head, null, 15)], PostponeDays: 7),
        ["duty-roster"] = new(null, false, [7, 1], [InCharge, (Called.Head, 1, null)]),
        ["duty-holidays"] = new(null, false, [0], [InCharge, (Called.Head, 0, null)]),
    };

    /// <summary>The due day its cause gives.</summary>
    public static DateOnly DueOf(DatedTask task)
    {
        var raised = JapanTime.DateOf(task.RaisedAt);
        var words = task.Cause.Split(' ');
        return task.Key switch
        {
            "pw-yearly" => LawfulDays.Previous(Day(words[0]).AddMonths(12)),
            "dormant-login" => LawfulDays.Next(Day(words[0])),
            // Somebody promised a post by a day; the day after it is asked for again.
            "cadence" or "inactive" when words.Length > 1 => LawfulDays.Next(Day(words[1]).AddDays(1)),
            "duty-roster" => LawfulDays.Previous(Day(words[0])),
            "duty-holidays" => LawfulDays.Previous(Day(words[0]).AddDays(-1)),
            _ => After(LawfulDays.Next(raised), Rules[task.Key].DueOpenDays!.Value),
        };
    }

    /// <summary>All its calls in order, each with the link of the chain.</summary>
    public static IReadOnlyList<(DateOnly Day, int Step)> CallsOf(DatedTask task) =>
        CallsOf(task.Key, DueOf(task), LawfulDays.Next(JapanTime.DateOf(task.RaisedAt)), isMoved: false);

    /// <summary>The same once somebody gave it a later day: whoever did that is not told of it at once.</summary>
    public static IReadOnlyList<(DateOnly Day, int Step)> CallsOf(string key, DateOnly due, DateOnly movedOn) =>
        CallsOf(key, due, LawfulDays.Next(movedOn.AddDays(1)), isMoved: true);

    private static List<(DateOnly Day, int Step)> CallsOf(string key, DateOnly due, DateOnly first, bool isMoved)
    {
        var rule = Rules[key];
        var notices = rule.Notices.Select(before => LawfulDays.Previous(due.AddDays(-before))).Where(day => day >= first).ToHashSet();
        if (isMoved ? notices.Count == 0 : rule.AtOnce || notices.Count == 0) notices.Add(isMoved ? due : first);
        var calls = notices.Order().TakeLast(3).Select(day => (day, 0)).ToList();
        var from = due > first ? due : first;
        for (var step = 1; step < rule.Chain.Length; step++)
        {
            var (_, open, after) = rule.Chain[step];
            calls.Add((open is { } opening ? After(from, opening) : LawfulDays.Next(from.AddDays(after!.Value)), step));
        }

        if (rule.RepeatDays is { } every)
            for (var time = 1; from.AddDays(every * time) < LawfulDays.Last.AddDays(-14); time++)
                calls.Add((LawfulDays.Next(from.AddDays(every * time)), rule.Chain.Length - 1));
        return calls;
    }

    /// <summary>How far a task may be moved.</summary>
    public static DateOnly LatestOf(DatedTask task) =>
        LawfulDays.Previous(task.FirstDueOn.AddDays(Rules[task.Key].PostponeDays)) is var day && day > task.FirstDueOn
            ? day
            : LawfulDays.Next(task.FirstDueOn.AddDays(1));

    private static DateOnly After(DateOnly day, int openingDays)
    {
        for (; openingDays > 0; openingDays--) day = LawfulDays.Next(day.AddDays(1));
        return day;
    }

    private static DateOnly Day(string written) => DateOnly.ParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
