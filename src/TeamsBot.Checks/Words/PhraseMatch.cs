using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Words;

/// <summary>
/// A phrase found in a draft. <see cref="Cleared"/> says that its surroundings made it harmless, which matters to who reads one sentence
/// alone.
/// </summary>
internal readonly record struct PhraseMatch(Phrase Phrase, Piece Where, Clearance Cleared)
{
    /// <summary>A text that says one thing more often is told so often enough; it also bounds what a hostile text can cost.</summary>
    private const int MostOfOnePhrase = 50;

    /// <summary>Everything a rule's phrases match in a draft, cleared matches included, in the order of the file.</summary>
    public static IEnumerable<PhraseMatch> All(PhraseSet set, DraftText draft)
    {
        var hits = draft.Phrases;
        foreach (var phrase in set.Phrases)
        {
            if (!MayMatch(phrase, hits)) continue;
            var found = 0;
            var words = new Stack<Piece>();
            foreach (var first in hits.Of(phrase.Steps[0].List))
            {
                if (found == MostOfOnePhrase) break;
                if (hits.Covered(set.Names, first)) continue;
                words.Clear();
                words.Push(first);
                if (Follow(phrase, set.Names, hits, draft, words, 1, first.End) is not { } end) continue;
                var where = new Piece(first.Start, end);
                if (phrase.OutsideQuotes && hits.InQuotes(where)) continue;
                found++;
                yield return new PhraseMatch(phrase, where, Clear(phrase, hits, draft, words));
            }
        }
    }

    /// <summary>False when a word that the phrase cannot do without stands nowhere in the draft; most phrases end here.</summary>
    private static bool MayMatch(Phrase phrase, PhraseHits hits)
    {
        foreach (var step in phrase.Steps)
        {
            if (!step.Optional && !hits.Any(step.List)) return false;
        }

        return phrase.Wants.All(hits.Any);
    }

    /// <summary>The end of the phrase when the steps from <paramref name="step"/> on follow; longer words are tried first.</summary>
    private static int? Follow(Phrase phrase, int names, PhraseHits hits, DraftText draft, Stack<Piece> words, int step, int from)
    {
        if (step == phrase.Steps.Count) return from;
        var wanted = phrase.Steps[step];
        for (var at = hits.FirstFrom(wanted.List, from); hits.At(wanted.List, at) is { } word && word.Start <= from + wanted.Gap; at++)
        {
            if (Parted(draft.Normal.AsSpan(from, word.Start - from), wanted.AcrossCommas)) break;
            if (hits.Covered(names, word)) continue;
            words.Push(word);
            if (Follow(phrase, names, hits, draft, words, step + 1, word.End) is { } end) return end;
            words.Pop();
        }

        return wanted.Optional ? Follow(phrase, names, hits, draft, words, step + 1, from) : null;
    }

    private static bool Parted(ReadOnlySpan<char> between, bool acrossCommas) =>
        between.ContainsAny("。!?\n") || (!acrossCommas && between.ContainsAny("、,"));

    /// <summary>The words of the phrase itself never clear it, though they may stand in a clearing list.</summary>
    private static Clearance Clear(Phrase phrase, PhraseHits hits, DraftText draft, Stack<Piece> words)
    {
        var sentence = draft.SentenceAt(words.First().Start);
        foreach (var list in phrase.Clears.Concat(phrase.ClearsNext))
        {
            if (hits.Within(list, sentence).Any(clear => !words.Any(word => word.Start <= clear.Start && clear.End <= word.End)))
                return Clearance.SameSentence;
        }

        if (phrase.ClearsNext.Count > 0 && draft.SentenceAfter(sentence) is { } next)
        {
            foreach (var list in phrase.ClearsNext)
            {
                if (hits.AnyWithin(list, next)) return Clearance.Elsewhere;
            }
        }

        return phrase.ClearsText.Any(hits.Any) ? Clearance.Elsewhere : Clearance.None;
    }
}

/// <summary>What made a phrase harmless.</summary>
internal enum Clearance
{
    None,
    SameSentence,
    Elsewhere,
}
