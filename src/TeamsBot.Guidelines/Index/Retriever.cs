namespace TeamsBot.Guidelines.Index;

/// <summary>Ranks the entries for a question and says how much of the question they cover.</summary>
internal sealed class Retriever(PassageIndex index)
{
    private const float OtherOrganisation = 0.3f;

    /// <param name="prefer">The guideline that is asked first; null for all alike.</param>
    public Ranking Rank(Question question, GuidelineSource? prefer)
    {
        var scores = new float[index.Count];
        var (most, unknown) = (0f, 0f);
        foreach (var (term, weight) in question.Weights)
        {
            var value = weight * index.Rarity(term);
            most += value;
            if (!index.Knows(term)) unknown += value;
            index.Score(term, value, scores);
        }

        var hits = new List<Hit>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0) continue;
            var entry = index.Entries[i];
            var coverage = scores[i] / most;
            var score = scores[i] * AnswerSigns.Fit(question.Sign, entry);
            if (question.Named.Count > 0 && !question.Named.Contains(entry.Source)) score *= OtherOrganisation;
            else if (question.Named.Count == 0 && prefer is not null && entry.Source != prefer) score *= 0.8f;
            hits.Add(new(entry, score, coverage));
        }

        hits.Sort((a, b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Entry.Number.CompareTo(b.Entry.Number));
        return new(hits.Count > 60 ? hits.GetRange(0, 60) : hits, most, most > 0 ? unknown / most : 1);
    }
}

/// <param name="Score">Comparable within one question only.</param>
/// <param name="Coverage">The part of the question's weight that the entry explains, 0 to 1.</param>
internal readonly record struct Hit(IndexEntry Entry, float Score, float Coverage);

/// <param name="Most">What an entry explaining every term would score.</param>
/// <param name="Unknown">The part of the question's weight that stands in no guideline at all.</param>
internal sealed record Ranking(IReadOnlyList<Hit> Hits, float Most, float Unknown);
