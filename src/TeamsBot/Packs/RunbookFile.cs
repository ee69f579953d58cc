using TeamsBot.Guidelines;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>
/// Reads <c>runbooks.yaml</c> and looks for what a step alone cannot tell: doubles, desks and clauses that do not exist. In trouble nobody
/// has time to find out that a clause number leads nowhere, so it is found out at the start.
/// </summary>
internal static class RunbookFile
{
    /// <param name="clauses">Ids of the organisation's own guideline: another town's clause is no basis here.</param>
    public static IReadOnlyDictionary<TroubleKind, Runbook> Read(
        MapNode file,
        IReadOnlyList<Desk> desks,
        IReadOnlySet<string> clauses,
        ProblemList problems
    ) => MapReader.Read(file, "", problems, from => from
        .Keyed("runbooks", Runbook.Kinds, inner => Checked(inner, desks, clauses))
        // A kind that is not known is noted and counts as the first of its list: it may come twice.
        .DistinctBy(runbook => runbook.Key)
        .ToDictionary());

    /// <summary>The ids of a <c>guideline.yaml</c>, without its texts.</summary>
    public static IReadOnlySet<string> ClauseIds(MapNode guideline) => guideline
        .Entries.Where(entry => entry.Key == "clauses")
        .Select(entry => entry.Value)
        .OfType<ListNode>()
        .SelectMany(list => list.Items)
        .OfType<MapNode>()
        .SelectMany(clause => clause.Entries)
        .Where(entry => entry.Key == "id")
        .Select(entry => (entry.Value as ScalarNode)?.Text)
        .OfType<string>()
        .ToHashSet(StringComparer.Ordinal);

    private static Runbook Checked(MapReader from, IReadOnlyList<Desk> desks, IReadOnlySet<string> clauses)
    {
        var runbook = Runbook.Read(from);
        if (runbook.Steps.Count == 0) from.Refuse("steps", "手順を一つ以上書いてください。", "State at least one step.");
        foreach (var desk in runbook.Notify?.Desks ?? [])
            if (IsUnknown(desk)) from.Refuse("notify", $"窓口「{desk}」が desks にありません。", $"There is no desk '{desk}' in desks.");
        foreach (var (at, step) in runbook.Steps.Index())
        {
            if (runbook.Steps.Take(at).Any(other => other.Id == step.Id))
                from.Refuse("steps", at, "id", $"「{step.Id}」は二つ目です。一つにしてください。", $"'{step.Id}' is listed twice; keep one.");
            if (step.Clause is { } clause && !clauses.Contains(clause))
                from.Refuse(
                    "steps",
                    at,
                    "clause",
                    $"条項「{clause}」がこのパックの guideline.yaml にありません。",
                    $"There is no clause '{clause}' in this pack's guideline.yaml."
                );
            if (step.Who?.Desk is { } named && IsUnknown(named))
                from.Refuse(
                    "steps",
                    at,
                    "who",
                    $"「{named}」は使えません。custodian（保管者）、役割（{Roles.Words.Choices}）か、desks の窓口を書いてください。",
                    $"'{named}' is not known here. Write custodian, a role ({Roles.Words.Choices}) or a desk of desks."
                );
        }

        return runbook;

        bool IsUnknown(string desk) => desks.All(known => known.Id != desk);
    }
}
