namespace TeamsBot.AccountDesk.Lists;

/// <summary>Something the guideline wants of an account.</summary>
/// <param name="IsDone">Null where nobody has recorded enough to tell.</param>
/// <param name="Cite">The clauses that want it.</param>
internal sealed record Measure(string Name, bool? IsDone, IReadOnlyList<string> Cite);

/// <summary>How an account stands against all that is wanted of it.</summary>
/// <param name="IsRed">Something about it is overdue, or nobody is left who knows its password.</param>
/// <param name="QuietDays">Days since the last post; null where none is on record.</param>
internal sealed record Inspection(Packs.OfficialAccount Account, IReadOnlyList<Measure> Measures, bool IsRed, int? QuietDays)
{
    public int Done => Measures.Count(measure => measure.IsDone == true);
}
