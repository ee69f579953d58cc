using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;

namespace TeamsBot.Answers;

/// <summary>
/// The steps a guideline prints for what is happening, in its own order: an alarm is answered from the first step, whichever of them the words of
/// the question resembled most. Empty where the answer is about no incident or its clause stands alone.
/// </summary>
internal static class IncidentSteps
{
    private const int MaxSteps = 6;

    private const string Enumerators = "①②③④⑤⑥⑦⑧⑨⑩";

    public static IReadOnlyList<string> Of(Answer answer, GuidelineLibrary library)
    {
        if (answer.Runbook is null || answer.Citations is not [{ ClauseId: { } id }, ..] || library.FindClause(id) is not { } found) return [];
        var together = found.Pack.Clauses.Where(row => row.PassagePath == found.Row.PassagePath).ToList();
        if (together.Count < 2) together = [.. found.Pack.Clauses.Where(row => Stem(row) is { } stem && stem == Stem(found.Row))];
        return together.Count < 2 ? [] : [.. together.Take(MaxSteps).Select(row => row.Gist.In(answer.Language))];
    }

    /// <summary>The path above a numbered item: <c>7(1)</c> of <c>7(1)②</c>, <c>７(3)イ</c> of <c>７(3)イ(ｱ)</c>; null for what is no item of a list.</summary>
    private static string? Stem(ClauseRow row)
    {
        var path = row.PassagePath;
        if (path.Length == 0) return null;
        if (Enumerators.Contains(path[^1], StringComparison.Ordinal)) return path[..^1];
        return path[^1] == ')' && path.LastIndexOf('(') is > 0 and var at ? path[..at] : null;
    }
}
