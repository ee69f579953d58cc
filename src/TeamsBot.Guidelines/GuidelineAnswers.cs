using TeamsBot.Guidelines.Index;

namespace TeamsBot.Guidelines;

/// <summary>
/// Answers questions from the guidelines, and only from them. Pure: the same question gets the same answer; nothing is looked up elsewhere
/// and no sentence is made up. Safe for use by many threads.
/// </summary>
public sealed class GuidelineAnswers(GuidelineLibrary library)
{
    private const float AlsoShown = 0.5f;

    private readonly Retriever retriever = new(library.Index);

    public GuidelineLibrary Library => library;

    /// <param name="pack">The asker's organisation: its guideline answers first, others are shown as examples only. Null asks all alike.</param>
    /// <param name="language">Null takes the language of the question.</param>
    public Answer Ask(string question, string? pack = null, AnswerLanguage? language = null)
    {
        var asked = Question.Read(question, library.Index);
        var spoken = language ?? (asked.IsJapanese || asked.Weights.Count == 0 && !asked.Search.Plain.Any(char.IsAsciiLetter) ? AnswerLanguage.Ja : AnswerLanguage.En);
        var own = library.Index.Sources.FirstOrDefault(source => pack is not null && source.Pack?.Pack == pack);
        if (Refusals.BeforeSearch(question, asked) is { } refusal) return Compose.Refused(refusal, spoken, own, null);
        var ranking = retriever.Rank(asked, own);
        if (Refusals.AfterSearch(asked, ranking, library.Index) is { } unanswered) return Compose.Refused(unanswered, spoken, own, ranking);
        var citations = Cite(asked, ranking, own);
        return Compose.Answered(asked, spoken, ranking, citations, library, own);
    }

    private static List<Citation> Cite(Question asked, Ranking ranking, GuidelineSource? own)
    {
        var citations = new List<Citation>(3);
        var quoted = new List<Passage>(3);
        var best = ranking.Hits[0].Score;
        foreach (var hit in ranking.Hits)
        {
            if (citations.Count == 3 || hit.Score < best * AlsoShown) break;
            if (hit.Entry.Passage is null)
            {
                if (citations.All(citation => citation.ClauseId != hit.Entry.Clause!.Id)) citations.Add(Compose.Cite(hit, null, asked, own));
                continue;
            }

            var passage = Quotation.Choose(hit, ranking.Hits, asked.Sign);
            if (quoted.Exists(other => Quotation.IsWithin(passage, other) || Quotation.IsWithin(other, passage))) continue;
            quoted.Add(passage);
            citations.Add(Compose.Cite(hit, passage, asked, own));
        }

        return citations;
    }
}
