using System.Globalization;
using TeamsBot.Cards;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Alarms;
using TeamsBot.Packs;

namespace TeamsBot.Answers;

/// <summary>
/// Answers a question about acting in trouble from the organisation's runbook: its steps as the text, and the first step's own clause as
/// the first quotation, whichever step the words of the question resembled most. Steps that no clause states are left to the card of a
/// call: an answer says nothing that it does not cite. An answer about no trouble, or from a clause that is no step, stays as it is. For
/// people only: rows of <c>ask --jsonl</c> keep the best-matching place first.
/// </summary>
internal static class IncidentSteps
{
    private const int MaxSteps = 6, MaxPlaces = 3;

    public static Answer FromTheFirst(Answer answer, string question, GuidelineAnswers answers, Pack pack)
    {
        var steps = Of(answer, question, pack);
        if (steps is not [{ Clause: { } clause }, ..] || answers.CiteClause(clause, question) is not { } first) return answer;
        var language = answer.Language == AnswerLanguage.En ? CardLanguage.En : CardLanguage.Ja;
        return answer with
        {
            Text = string.Join(
                '\n',
                steps.Select((step, at) => string.Create(CultureInfo.InvariantCulture, $"{at + 1}. {StepLine.WordsOf(step, language)}"))
            ),
            Citations = [first, .. answer.Citations.Where(citation => !IsPartOf(citation, first)).Take(MaxPlaces - 1)],
        };
    }

    /// <summary>
    /// Only steps with a time: what is reviewed afterwards is asked about for its own sake, often before anything happened.
    /// </summary>
    private static List<RunbookStep> Of(Answer answer, string question, Pack pack)
    {
        if (answer.Trouble is not { } kind || !pack.Runbooks.TryGetValue(kind, out var runbook)) return [];
        var steps = runbook.StepsFor(AlarmReader.IsOfAnotherAccount(question))
            .Where(step => step is { Clause: not null, Time: not { AtOnce: false, Minutes: null, OpenDays: null } })
            .Take(MaxSteps)
            .ToList();
        return steps.Count > 1 && answer.Citations is [{ ClauseId: { } id }, ..] && steps.Exists(step => step.Clause == id) ? steps : [];
    }

    private static bool IsPartOf(Citation citation, Citation first) =>
        citation.Document == first.Document
        && (
            citation.Clause == first.Clause || (citation.Quote.Length > 0 && first.Quote.Contains(citation.Quote, StringComparison.Ordinal))
        );
}
