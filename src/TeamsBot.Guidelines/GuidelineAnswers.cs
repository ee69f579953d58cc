using TeamsBot.Guidelines.Index;

namespace TeamsBot.Guidelines;

/// <summary>
/// Answers questions from the guidelines, and only from them. Pure: the same question gets the same answer; nothing is looked up elsewhere
/// and no sentence is made up. Safe for use by many threads.
/// </summary>
public sealed class GuidelineAnswers(GuidelineLibrary library)
{
    private const float AlsoShown = 0.5f;

    /// <summary>Own clauses that fit this much worse than another organisation's do not answer: the own guideline is silent on it.</summary>
    private const float OwnIsSilent = 0.42f;

    private readonly Retriever retriever = new(library.Index);

    public GuidelineLibrary Library => library;

    /// <param name="pack">The asker's organisation: its guideline answers first, others are shown as examples only. Null asks all alike.</param>
    /// <param name="language">Null takes the language of the question.</param>
    public Answer Ask(string question, string? pack = null, AnswerLanguage? language = null)
    {
        var asked = Question.Read(question, library.Index);
        var spoken = language ?? (asked.IsJapanese || asked.TermWeights.Count == 0 && !asked.Search.Plain.Any(char.IsAsciiLetter) ? AnswerLanguage.Ja : AnswerLanguage.En);
        var own = library.Index.Sources.FirstOrDefault(source => pack is not null && source.Pack?.Pack == pack);
        if (Refusals.BeforeSearch(question, asked, own) is { } refusal) return Compose.Refused(refusal, spoken, own, null);
        var ranking = retriever.Rank(asked);
        if (Refusals.AfterSearch(asked, ranking, library.Index) is { } unanswered) return Compose.Refused(unanswered, spoken, own, ranking);
        var others = own is null || asked.Named.Count > 0 ? [] : Cite(asked, ranking, ranking.Hits.Where(hit => hit.Entry.Source != own), most: 2);
        if (own is null || asked.Named.Count > 0) return Compose.Answered(asked, spoken, ranking, Cite(asked, ranking, ranking.Hits, most: 3), others, library);
        var ours = ranking.Hits.Where(hit => hit.Entry.Source == own).ToList();
        if (ours.Count == 0 || ours[0].Score < ranking.Hits[0].Score * OwnIsSilent) return Compose.Refused(RefusalReason.NotSet, spoken, own, ranking) with { Examples = others };
        return Compose.Answered(asked, spoken, ranking with { Hits = ours }, Cite(asked, ranking, ours, most: 3), others, library);
    }

    private static List<Citation> Cite(Question asked, Ranking ranking, IEnumerable<Hit> hits, int most)
    {
        var citations = new List<Citation>(most);
        var quoted = new List<Passage>(most);
        var best = -1f;
        foreach (var hit in hits)
        {
            if (best < 0) best = hit.Score;
            if (citations.Count == most || hit.Score < best * AlsoShown) break;
            if (hit.Entry.Passage is null)
            {
                if (citations.All(citation => citation.ClauseId != hit.Entry.Clause!.Id)) citations.Add(Compose.Cite(hit, null, asked));
                continue;
            }

            var passage = Quotation.Choose(hit, ranking.Hits, asked.Sign);
            if (quoted.Exists(other => Quotation.IsWithin(passage, other) || Quotation.IsWithin(other, passage))) continue;
            quoted.Add(passage);
            citations.Add(Compose.Cite(hit, passage, asked));
        }

        return citations;
    }
}
