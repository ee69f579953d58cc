using System.Globalization;
using System.Text;

namespace TeamsBot.Commands;

/// <summary>A row of the clause register.</summary>
/// <param name="EnforcedBy">The means that make the clause work (<c>check</c>, <c>route</c>, <c>answer</c> …).</param>
internal sealed record ClauseRow(string Id, string Place, string Gist, IReadOnlyList<string> EnforcedBy)
{
    /// <summary>The organisation the clause is of: what stands before the first hyphen.</summary>
    public string Seed => Id.Split('-')[0];

    /// <summary>The first line names the columns.</summary>
    public static List<ClauseRow> Read(IEnumerable<string> lines) =>
    [
        .. lines.Skip(1).Select(line => line.Split('\t')).Where(cells => cells[0].Length > 0).Select(cells => new ClauseRow(
            cells[0], cells.ElementAtOrDefault(2) ?? "", cells.ElementAtOrDefault(3) ?? "",
            (cells.ElementAtOrDefault(5) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))),
    ];
}

/// <summary>
/// How many clauses are played, proved as a rule alone, only cited, or neither: in all, by organisation, and by the means that make them
/// work.
/// </summary>
internal static class ClauseSummary
{
    public static string Of(IReadOnlyList<ClauseRow> rows, ClauseTags tags)
    {
        var text = new StringBuilder();
        Line(text, "", "played", "rule", "cited", "none");
        Count(text, "計 / all", rows, tags);
        foreach (var seed in rows.GroupBy(row => row.Seed)) Count(text, seed.Key, seed, tags);
        foreach (var means in rows.SelectMany(row => row.EnforcedBy).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            Count(text, means, rows.Where(row => row.EnforcedBy.Contains(means)), tags);
        }

        return text.ToString();
    }

    private static void Count(StringBuilder text, string title, IEnumerable<ClauseRow> rows, ClauseTags tags)
    {
        var states = rows.CountBy(row => tags.StateOf(row.Id)).ToDictionary();
        Line(text, title, Of(ClauseState.Played), Of(ClauseState.Rule), Of(ClauseState.Cited), Of(ClauseState.None));

        string Of(ClauseState state) => states.GetValueOrDefault(state).ToString(CultureInfo.InvariantCulture);
    }

    private static void Line(StringBuilder text, params string[] cells) => text.Append(string.Join('\t', cells)).Append('\n');
}
