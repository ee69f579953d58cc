namespace TeamsBot.Guidelines.Index;

/// <summary>Ranks the entries for a question and says how much of the question they cover.</summary>
internal sealed class Retriever(PassageIndex index)
{
    public Ranking Rank(Question question)
    {
        var scores = new float[index.Count];
        foreach (var (term, weight) in question.TermWeights)
        {
            index.Score(term, weight * index.Rarity(term), scores);
        }

        var hits = new List<Hit>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0) continue;
            var entry = index.Entries[i];
            var score = scores[i] * Fit(question, entry);
            if (question.Kind is { } kind && entry.Source.Kind is { } other && other != kind) score *= Weights.OtherKind;
            if (question.Named.Count > 0 && !question.Named.Contains(entry.Source)) score *= Weights.OtherOrganisation;
            hits.Add(new(entry, score, 0));
        }

        hits.Sort(ByScore);
        var shown = new List<Hit>(Math.Min(60, hits.Count));
        foreach (var hit in hits.Take(80))
        {
            var coverage = Coverage(question, hit.Entry);
            shown.Add(hit with { Score = hit.Score * (coverage + Weights.CoverageBase), Coverage = coverage });
        }

        shown.Sort(ByScore);
        return new(shown, shown.Count == 0 ? 0 : shown.Take(3).Max(hit => hit.Coverage), Unknown(question));
    }

    private static int ByScore(Hit a, Hit b) => b.Score != a.Score ? b.Score.CompareTo(a.Score) : a.Entry.Number.CompareTo(b.Entry.Number);

    /// <summary>The part of the question's pieces that an entry has, 0 to 1.</summary>
    public float Coverage(Question question, IndexEntry entry)
    {
        var (had, all) = (0f, 0f);
        foreach (var piece in question.Pieces)
        {
            var value = Value(piece);
            all += value;
            had += value * Math.Min(1, Share(piece, entry) / Weights.Enough);
        }

        return all > 0 ? had / all : 0;
    }

    private static float Fit(Question question, IndexEntry entry)
    {
        var fit = AnswerSigns.Fit(question, entry);
        // What is defined stands first: "※2 なりすまし", "(3) 炎上".
        if (question.Sign.HasFlag(AnswerSign.Definition) && question.Subjects.Any(entry.Subjects.Contains)) fit *= Weights.DefinitionTerm;
        // In a list of terms the item that explains the word stands in front of all that only use it.
        else if (
            entry.Term.Length > 0
            && (question.Sign.HasFlag(AnswerSign.Definition) || question.Sign.HasFlag(AnswerSign.Who))
            && question.Search.Folded.Contains(entry.Term, StringComparison.Ordinal)
        )
            fit *= Weights.DefinitionTerm;
        // Who asks what to do is not helped by being told what the word means.
        else if (entry.OnlyDefines) fit *= Weights.UnaskedDefinition;
        if (entry.Passage is { Clause: "表題" or "ページ情報" } && !question.TermWeights.ContainsKey("c:edition")) fit *= Weights.TitlePage;
        return entry.Passage is { Kind: PassageKind.Heading }
            ? fit * (question.Sign.HasFlag(AnswerSign.Many) ? Weights.HeadingOfMany : Weights.HeadingHit)
            : fit;
    }

    private float Share(Piece piece, IndexEntry entry)
    {
        var share = piece.Terms.Max(term => index.Share(entry.Number, term));
        foreach (var (term, part) in piece.Near) share = Math.Max(share, part * index.Share(entry.Number, term));
        return share;
    }

    private float Unknown(Question question)
    {
        var all = question.Pieces.Sum(Value);
        return all > 0
            ? question
                .Pieces.Where(piece => !piece.Terms.Exists(index.Knows))
                .Sum(piece =>
                    Value(piece) * (1 - piece.Near.Where(near => index.Knows(near.Term)).Select(near => near.Share).DefaultIfEmpty(0).Max())
                ) / all
            : 1;
    }

    private float Value(Piece piece) => piece.Weight * piece.Terms.Max(index.Rarity);
}

/// <param name="Score">Comparable within one question only.</param>
/// <param name="Coverage">The part of the question's pieces that the entry has, 0 to 1.</param>
internal readonly record struct Hit(IndexEntry Entry, float Score, float Coverage);

/// <param name="Coverage">The part of the question that the best of the first entries explains, 0 to 1.</param>
/// <param name="Unknown">The part of the question that stands in no guideline at all.</param>
internal sealed record Ranking(IReadOnlyList<Hit> Hits, float Coverage, float Unknown);
