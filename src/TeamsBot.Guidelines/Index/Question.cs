using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines.Index;

/// <summary>A question as the index sees it: weighted terms, the language, the organisations it names and the kind of answer it asks for.</summary>
internal sealed class Question
{
    private const float NearShare = 0.5f, TypoShare = 0.8f;

    private readonly Dictionary<string, float> weights = new(StringComparer.Ordinal);

    private Question(string text)
    {
        Text = text;
        Search = SearchText.Of(text);
        IsJapanese = Search.Plain.Count(c => SearchText.IsHiragana(c) || SearchText.IsKatakana(c) || SearchText.IsKanji(c)) is var japanese && japanese > 0 && japanese * 4 > Search.Plain.Count(char.IsAsciiLetter);
        IsKana = IsJapanese && Search.Plain.Count(SearchText.IsKanji) * 10 <= Search.Plain.Length;
    }

    public string Text { get; }

    public SearchText Search { get; }

    public bool IsJapanese { get; }

    /// <summary>Typed without kanji, so that readings are looked for.</summary>
    public bool IsKana { get; }

    public AnswerSign Sign { get; private init; }

    /// <summary>Guidelines whose organisation the question names.</summary>
    public IReadOnlyList<GuidelineSource> Named { get; private init; } = [];

    public IReadOnlyDictionary<string, float> Weights => weights;

    public static Question Read(string text, PassageIndex index)
    {
        var plain = new Question(text);
        var named = Organisations.Named(plain.Search, index.Sources);
        var question = new Question(Organisations.Without(text, named)) { Named = named, Sign = AnswerSigns.Of(plain) };
        question.AddTerms(index);
        return question;
    }

    private void AddTerms(PassageIndex index)
    {
        var asked = SearchText.Of(Phrases.WithoutAsking(Text));
        var hits = new List<ConceptHit>();
        index.Lexicon.Find(asked, IsKana, hits);
        var covered = new bool[asked.Folded.Length];
        foreach (var hit in hits)
        {
            AddConcept(index, hit.Concept, 1);
            covered.AsSpan(hit.Start, hit.End - hit.Start).Fill(true);
        }

        foreach (var word in MistypedKana(asked, covered)) AddNearest(index, word);
        foreach (var (pair, weight) in Terms.Pairs(asked)) Raise(pair, weight);
        AddWords(index, asked);
    }

    private void AddConcept(PassageIndex index, int concept, float share)
    {
        Raise(index.Terms.ConceptTerm(concept), Terms.Concept * share);
        foreach (var near in index.Lexicon.Near(concept)) Raise(index.Terms.ConceptTerm(near), Terms.Concept * share * NearShare);
    }

    private void AddNearest(PassageIndex index, string word)
    {
        if (index.Lexicon.NearestKana(word) is not { } meant) return;
        var hits = new List<ConceptHit>();
        index.Lexicon.Find(SearchText.Of(meant), kana: true, hits);
        foreach (var hit in hits) AddConcept(index, hit.Concept, TypoShare);
    }

    /// <summary>Runs of kana that no concept explains, long enough to be a word.</summary>
    private static IEnumerable<string> MistypedKana(SearchText text, bool[] covered)
    {
        for (var i = 0; i < covered.Length;)
        {
            var start = i;
            var katakana = SearchText.IsKatakana(text.Plain[i]);
            while (i < covered.Length && !covered[i] && SearchText.IsKatakana(text.Folded[i]) && SearchText.IsKatakana(text.Plain[i]) == katakana) i++;
            if (i - start >= 4) yield return text.Folded[start..i];
            if (i == start) i++;
        }
    }

    private void AddWords(PassageIndex index, SearchText asked)
    {
        var stems = Terms.Stems(asked, out var words);
        if (stems.Count == 0) return;
        for (var i = 0; i < stems.Count; i++)
        {
            if (stems[i].Length < 5 || EnglishWords.IsStop(words[i]) || index.Lexicon.EnglishStems.Contains(stems[i]) || index.Knows("w:" + stems[i])) continue;
            var most = stems[i].Length >= 8 ? 2 : 1;
            if (index.Lexicon.EnglishStems.Where(stem => Math.Abs(stem.Length - stems[i].Length) <= most && Slips.Between(stem, stems[i], most) <= most).Order(StringComparer.Ordinal).FirstOrDefault() is { } meant) stems[i] = meant;
        }

        var hits = new List<ConceptHit>();
        index.Lexicon.FindEnglish(stems, hits);
        foreach (var hit in hits) AddConcept(index, hit.Concept, 1);
        for (var i = 0; i < stems.Count; i++) if (!EnglishWords.IsStop(words[i])) Raise("w:" + stems[i], Terms.WordWeight);
    }

    private void Raise(string term, float weight)
    {
        if (!weights.TryGetValue(term, out var had) || had < weight) weights[term] = weight;
    }
}
