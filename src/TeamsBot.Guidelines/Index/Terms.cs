using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines.Index;

/// <summary>
/// Breaks a text into the terms it is found by: concepts of the lexicon, pairs of characters, and stems of English words. The pairs carry
/// what no lexicon knows; their weight says how much meaning such a pair usually has.
/// </summary>
internal sealed class Terms(ConceptLexicon lexicon)
{
    /// <summary>Adds the text's terms with their counts, times the weight of the field it stands in.</summary>
    public void Add(string text, float weight, Dictionary<string, float> counts)
    {
        var search = SearchText.Of(text);
        var hits = new List<ConceptHit>();
        lexicon.Find(search, kana: false, hits);
        foreach (var hit in hits) Count(counts, ConceptTerm(hit.Concept), weight);
        hits.Clear();
        var stems = Stems(search, out _);
        if (stems.Count > 0) lexicon.FindEnglish(stems, hits);
        foreach (var hit in hits) Count(counts, ConceptTerm(hit.Concept), weight);
        foreach (var (pair, _, _) in Pairs(search)) Count(counts, pair, weight);
        foreach (var stem in stems) Count(counts, "w:" + stem, weight);
    }

    public string ConceptTerm(int concept) => "c:" + lexicon.Name(concept);

    /// <summary>
    /// Pairs of neighbouring characters with the weight of their kind; pairs of an alphabet's letters are left to the words.
    /// </summary>
    public static IEnumerable<(string Term, float Weight, int At)> Pairs(SearchText text)
    {
        for (var i = 0; i + 1 < text.Plain.Length; i++)
        {
            var (a, b) = (Kind(text.Plain[i]), Kind(text.Plain[i + 1]));
            if (a == 0 || b == 0 || (a == 3 && b == 3)) continue;
            var weight = a >= 2 && b >= 2 ? Weights.Pair : a >= 2 || b >= 2 ? Weights.MixedPair : Weights.KanaPair;
            yield return (string.Concat("b:", text.Folded.AsSpan(i, 2)), weight, i);
        }
    }

    public static List<string> Stems(SearchText text, out List<string> words)
    {
        words = EnglishWords.Split(text.Folded);
        var stems = new List<string>(words.Count);
        foreach (var word in words) stems.Add(EnglishWords.Stem(word));
        return stems;
    }

    private static void Count(Dictionary<string, float> counts, string term, float weight)
    {
        counts.TryGetValue(term, out var count);
        counts[term] = count + weight;
    }

    /// <summary>0 for what parts words, 1 hiragana, 2 kanji and katakana, 3 letters and digits.</summary>
    private static int Kind(char c) =>
        SearchText.IsHiragana(c) ? 1 : SearchText.IsKanji(c) || SearchText.IsKatakana(c) ? 2 : char.IsAsciiLetterOrDigit(c) ? 3 : 0;
}
