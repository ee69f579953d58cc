using TeamsBot.Tasks;

namespace TeamsBot.Tests.Years;

/// <summary>Who has to hear of a task at a moment, by the city's own lists of staff and leave.</summary>
internal static class AudienceOracle
{
    /// <summary>Those of a link, there or away; where it has none, those of the next one that has; of what is nobody's, the desk.</summary>
    public static (Called To, IReadOnlyList<Colleague> People) LinkOf(DatedTask task, int step, Look look)
    {
        var chain = CallOracle.Rules[task.Key].Chain;
        for (var at = step; at < chain.Length; at++)
            if (Named(task, chain[at].To, look) is { Count: > 0 } named) return (chain[at].To, named);
        return (Called.Desk, Desk(look));
    }

    /// <summary>Those of a link who are there that day. A head or the desk has a deputy; what needs a password waits.</summary>
    public static IEnumerable<Colleague> PresentOf(DatedTask task, int step, Look look)
    {
        var (to, named) = LinkOf(task, step, look);
        return named.SelectMany(one => !IsAway(one, look.Day) ? [one]
            : to == Called.InCharge ? []
            : DeputiesOf(one, look).Take(1)).Distinct();
    }

    public static bool IsAway(Colleague colleague, DateOnly day) =>
        City.Leaves.Any(leave => leave.Who.Id == colleague.Id && leave.Covers(day));

    public static IReadOnlyList<Colleague> CustodiansOf(string account, Look look) =>
    [
        .. look.Custodians.GetValueOrDefault(account, []).Select(id => look.Staff.FirstOrDefault(one => one.Id == id)).OfType<Colleague>(),
    ];

    private static IEnumerable<Colleague> DeputiesOf(Colleague away, Look look)
    {
        var entered = City.Leaves.First(leave => leave.Who.Id == away.Id && leave.Covers(look.Day)).Deputy;
        var standing = away.Id == City.Tanaka.Id ? City.Takahashi : null;
        return new[] { entered, standing }.OfType<Colleague>().Where(one => look.Staff.Any(there => there.Id == one.Id))
            .Where(one => !IsAway(one, look.Day));
    }

    private static IReadOnlyList<Colleague> Named(DatedTask task, Called to, Look look) => to switch
    {
        Called.Head => Heads(task.Section, look),
        Called.Desk => Desk(look),
        _ => InCharge(task, look),
    };

    private static IReadOnlyList<Colleague> InCharge(DatedTask task, Look look) => task.Key switch
    {
        "duty-roster" or "duty-holidays" =>
            FirstOf([.. Desk(look).Where(one => one.Section == task.Section)], Heads(task.Section, look), Desk(look)),
        "cadence" or "inactive" or "dormant-login" =>
            FirstOf(CustodiansOf(task.AccountId, look), Heads(task.Section, look), Desk(look)),
        _ => CustodiansOf(task.AccountId, look),
    };

    private static IReadOnlyList<Colleague> FirstOf(params IReadOnlyList<Colleague>[] groups) =>
        groups.FirstOrDefault(group => group.Count > 0) ?? [];

    private static IReadOnlyList<Colleague> Heads(string section, Look look) =>
        [.. look.Staff.Where(one => one.Has("head") && one.Section == section)];

    private static IReadOnlyList<Colleague> Desk(Look look) => [.. look.Staff.Where(one => one.Has("desk"))];
}
