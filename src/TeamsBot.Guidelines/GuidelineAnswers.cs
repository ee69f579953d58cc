using TeamsBot.Guidelines.Index;

namespace TeamsBot.Guidelines;

/// <summary>
/// Answers questions from the guidelines, and only from them. Pure: the same question gets the same answer; nothing is looked up elsewhere
/// and no sentence is made up. Safe for use by many threads.
/// </summary>
public sealed class GuidelineAnswers(GuidelineLibrary library)
{
    private const float AlsoShown = 0.5f;

    /// <summary>
    /// Own clauses that fit this much worse than another organisation's do not answer: the own guideline is silent on it.
    /// </summary>
    private const float OwnIsSilent = 0.25f;

    /// <summary>Unless they fit well by themselves.</summary>
    private const float SureOfOwn = 1.2f;

    /// <summary>A question for a procedure is also answered by weaker clauses of the same chapter.</summary>
    private const float SameChapter = 0.2f;

    private readonly Retriever retriever = new(library.Index);

    public GuidelineLibrary Library => library;

    /// <param name="pack">The asker's organisation: its guideline answers first, others are shown as examples only. Null asks all
    /// alike.</param>
    /// <param name="language">Null takes the language of the question.</param>
    public Answer Ask(string question, string? pack = null, AnswerLanguage? language = null)
    {
        question = Lexicon.SearchText.Whole(question);
        var asked = Question.Read(question, library.Index);
        var spoken = language
            ?? (
                asked.IsJapanese || asked.TermWeights.Count == 0 && !asked.Search.Plain.Any(char.IsAsciiLetter)
                    ? AnswerLanguage.Ja
                    : AnswerLanguage.En
            );
        var own = library.Index.Sources.FirstOrDefault(source => pack is not null && source.Pack?.Pack == pack);
        if (Refusals.BeforeSearch(question, asked, own) is { } refusal) return Compose.Refused(refusal, spoken, own, null);
        var ranking = retriever.Rank(asked);
        if (Refusals.AfterSearch(asked, ranking, library.Index) is { } unanswered) return Compose.Refused(unanswered, spoken, own, ranking);
        if (asked.Named.Count > 0) ranking = OfNamed(asked, ranking);
        else if (own is null) ranking = OfLoaded(ranking);
        var others =
            own is null || asked.Named.Count > 0 ? [] : Cite(asked, ranking, ranking.Hits.Where(hit => hit.Entry.Source != own), most: 2);
        if (own is null || asked.Named.Count > 0)
            return Compose.Answered(asked, spoken, ranking, Cite(asked, ranking, ranking.Hits, most: 3), others, library);
        var ours = ranking.Hits.Where(hit => hit.Entry.Source == own).ToList();
        var numberElsewhere =
            ours.Count > 0
            && asked.Sign.HasFlag(AnswerSign.Number)
            && !AnswerSigns.HasNumberIn(ours[0].Entry)
            && AnswerSigns.HasNumberIn(ranking.Hits[0].Entry);
        if (
            ours.Count == 0
            || numberElsewhere
            || (
                ours[0].Score < ranking.Hits[0].Score * OwnIsSilent
                && Refusals.Confidence(asked, ranking with { Hits = ours, Coverage = ours[0].Coverage }, library.Index) < SureOfOwn
            )
        )
            return Compose.Refused(RefusalReason.NotSet, spoken, own, ranking) with { Examples = others };
        return Compose.Answered(asked, spoken, ranking with { Hits = ours }, Cite(asked, ranking, ours, most: 3), others, library);
    }

    /// <summary>
    /// A clause of a pack as the place a question is answered from, quoted by itself; null for an id that no loaded guideline has.
    /// </summary>
    public Citation? CiteClause(string clauseId, string question)
    {
        if (library.Index.Entries.FirstOrDefault(entry => entry.Clause?.Id == clauseId) is not { } entry) return null;
        var hit = new Hit(entry, 1, 1);
        return Compose.Cite(
            hit,
            entry.Passage is null ? null : Quotation.Choose(hit, [hit], AnswerSign.None),
            Question.Read(Lexicon.SearchText.Whole(question), library.Index)
        );
    }

    /// <summary>Clauses quoted whole, each place once and in the order given; clauses whose document is not loaded are left out.</summary>
    public IReadOnlyList<Citation> QuoteWhole(IEnumerable<string> clauseIds)
    {
        var quoted = new List<(Passage Passage, Citation Citation)>();
        var nothing = Question.Read("", library.Index);
        foreach (var id in clauseIds)
        {
            if (
                library.Index.Entries.FirstOrDefault(entry => entry.Clause?.Id == id && entry.Passage is not null)
                is not { Passage: { } passage } entry
            )
                continue;
            if (quoted.Exists(other => Quotation.IsWithin(passage, other.Passage))) continue;
            quoted.RemoveAll(other => Quotation.IsWithin(other.Passage, passage));
            quoted.Add((passage, Compose.Cite(new(entry, 1, 1), passage, nothing) with { Quote = passage.Text.Trim() }));
        }

        return [.. quoted.Select(quote => quote.Citation)];
    }

    /// <summary>Only the organisations that the question names, unless they say nothing at all.</summary>
    private static Ranking OfNamed(Question asked, Ranking ranking)
    {
        var theirs = ranking.Hits.Where(hit => asked.Named.Contains(hit.Entry.Source)).ToList();
        return theirs.Count > 0 ? ranking with { Hits = theirs } : ranking;
    }

    /// <summary>
    /// Where nobody's guideline is asked in particular, a pack without its document has nothing to quote and stands back behind those that
    /// have.
    /// </summary>
    private static Ranking OfLoaded(Ranking ranking)
    {
        var quotable = ranking.Hits.Where(hit => hit.Entry.Passage is not null).ToList();
        return quotable.Count > 0 ? ranking with { Hits = quotable } : ranking;
    }

    /// <summary>The hits with the clauses that the first one has to be read with behind it.</summary>
    private static IEnumerable<Hit> WithReferences(IEnumerable<Hit> hits)
    {
        var all = hits.ToList();
        if (all.Count == 0) yield break;
        yield return all[0];
        foreach (var id in all[0].Entry.Clause?.See ?? [])
        {
            var entry = all[0].Entry.Source.Entries.FirstOrDefault(entry => entry.Clause?.Id == id);
            if (entry is not null) yield return new(entry, all[0].Score * 0.99f, 0);
        }

        foreach (var hit in all.Skip(1)) yield return hit;
    }

    private static Passage Chapter(Passage passage)
    {
        while (passage.Parent is { } above) passage = above;
        return passage;
    }

    private static List<Citation> Cite(Question asked, Ranking ranking, IEnumerable<Hit> hits, int most)
    {
        var citations = new List<Citation>(most);
        var quoted = new List<Passage>(most);
        var best = -1f;
        foreach (var hit in WithReferences(hits))
        {
            if (best < 0) best = hit.Score;
            if (citations.Count == most || hit.Score < best * SameChapter) break;
            var neighbour =
                asked.Sign.HasFlag(AnswerSign.Many)
                && quoted.Count > 0
                && hit.Entry.Passage is { } near
                && Chapter(near) == Chapter(quoted[0])
                && near.Kind != PassageKind.Heading;
            if (hit.Score < best * AlsoShown && !neighbour) continue;
            if (hit.Entry.Passage is null)
            {
                if (citations.All(citation => citation.ClauseId != hit.Entry.Clause!.Id)) citations.Add(Compose.Cite(hit, null, asked));
                continue;
            }

            var passage = Quotation.Choose(hit, ranking.Hits, asked.Sign);
            if (Overlaps(passage)) passage = Quotation.WithItems(hit.Entry.Passage);
            if (Overlaps(passage)) continue;
            quoted.Add(passage);
            citations.Add(Compose.Cite(hit, passage, asked));
        }

        return citations;

        bool Overlaps(Passage passage) =>
            quoted.Exists(other => other.Document == passage.Document && passage.Start < other.End && other.Start < passage.End);
    }
}
