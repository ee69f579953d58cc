using System.Globalization;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;

namespace TeamsBot.Answers;

/// <summary>
/// Puts an answer about something that is happening into the order of the guideline: its printed steps as the text, and the first step's
/// own clause as the first quotation, whichever step the words of the question resembled most. An answer about no incident, or from a
/// clause that stands alone, stays as it is. For people only: rows of <c>ask --jsonl</c> keep the best-matching place first.
/// </summary>
internal static class IncidentSteps
{
    private const int MaxSteps = 6, MaxPlaces = 3;

    private const string Enumerators = "①②③④⑤⑥⑦⑧⑨⑩";

    public static Answer FromTheFirst(Answer answer, string question, GuidelineAnswers answers)
    {
        var steps = Of(answer, answers.Library);
        if (steps.Count == 0 || answers.CiteClause(steps[0].Id, question) is not { } first) return answer;
        return answer with
        {
            Text = string.Join(
                '\n',
                steps.Select((step, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {step.Gist.In(answer.Language)}"))
            ),
            Citations = [first, .. answer.Citations.Where(citation => !IsPartOf(citation, first)).Take(MaxPlaces - 1)],
        };
    }

    private static List<ClauseRow> Of(Answer answer, GuidelineLibrary library)
    {
        if (answer.Trouble is null || answer.Citations is not [{ ClauseId: { } id }, ..] || library.FindClause(id) is not { } found)
            return [];
        var together = found.Pack.Clauses.Where(row => row.PassagePath == found.Row.PassagePath).ToList();
        if (together.Count < 2) together = [.. found.Pack.Clauses.Where(row => Stem(row) is { } stem && stem == Stem(found.Row))];
        return together.Count < 2 ? [] : [.. together.Take(MaxSteps)];
    }

    /// <summary>
    /// The path above a numbered item: <c>7(1)</c> of <c>7(1)②</c>, <c>７(3)イ</c> of <c>７(3)イ(ｱ)</c>; null for what is no item of a list.
    /// </summary>
    private static string? Stem(ClauseRow row)
    {
        var path = row.PassagePath;
        if (path.Length == 0) return null;
        if (Enumerators.Contains(path[^1], StringComparison.Ordinal)) return path[..^1];
        return path[^1] == ')' && path.LastIndexOf('(') is > 0 and var at ? path[..at] : null;
    }

    private static bool IsPartOf(Citation citation, Citation first) =>
        citation.Document == first.Document
        && (
            citation.Clause == first.Clause || (citation.Quote.Length > 0 && first.Quote.Contains(citation.Quote, StringComparison.Ordinal))
        );
}
