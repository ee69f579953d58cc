using TeamsBot.Guidelines.Lexicon;

namespace TeamsBot.Guidelines.Index;

/// <summary>
/// A question as the index sees it: weighted terms, the language, the organisations it names and the kind of answer it asks for.
/// </summary>
internal sealed class Question
{
    private readonly Dictionary<string, float> weights = new(StringComparer.Ordinal);
    private readonly List<Piece> pieces = [];

    private Question(string text)
    {
        Text = text;
        Search = SearchText.Of(text);
        IsJapanese =
            Search.Plain.Count(c => SearchText.IsHiragana(c) || SearchText.IsKatakana(c) || SearchText.IsKanji(c)) is var japanese
            && japanese > 0
            && japanese * 4 > Search.Plain.Count(char.IsAsciiLetter);
        IsKana = IsJapanese && Search.Plain.Count(SearchText.IsKanji) * 10 <= Search.Plain.Length;
    }

    public string Text { get; }

    public SearchText Search { get; }

    public bool IsJapanese { get; }

    /// <summary>Typed without kanji, so that readings are looked for.</summary>
    public bool IsKana { get; }

    public AnswerSign Sign { get; private init; }

    /// <summary>What it wants to know the number of.</summary>
    public Quantity Quantity { get; private init; }

    /// <summary>The ideas of the word whose number it wants: ハッシュタグ in ハッシュタグは何個. Empty when none is named.</summary>
    public IReadOnlyList<int> Counted { get; private set; } = [];

    /// <summary>The kind of organisation it speaks of without a name: 県 in 県の公式見解; null for none.</summary>
    public char? Kind { get; private init; }

    /// <summary>Words (runs of kanji, of katakana, of letters) that neither the lexicon nor any guideline knows.</summary>
    public int StrangeWords { get; private set; }

    /// <summary>How many ideas it names that only a question about social media would.</summary>
    public int Anchors { get; private set; }

    /// <summary>How many matters of other desks it names that no guideline speaks of.</summary>
    public int Elsewhere { get; private set; }

    /// <summary>It is about social media, whether or not a guideline speaks of the matter.</summary>
    public bool IsOfSns { get; private set; }

    /// <summary>It is about a thing, such as a platform, that no guideline names.</summary>
    public bool NamesUnknownThing { get; private set; }

    /// <summary>Guidelines whose organisation the question names.</summary>
    public IReadOnlyList<GuidelineSource> Named { get; private init; } = [];

    /// <summary>Concepts the question names.</summary>
    public HashSet<int> Subjects { get; } = [];

    public IReadOnlyDictionary<string, float> TermWeights => weights;

    /// <summary>What the question says, piece by piece; an answer has to explain most of it.</summary>
    public IReadOnlyList<Piece> Pieces => pieces;

    public static Question Read(string text, PassageIndex index)
    {
        var plain = new Question(text);
        var named = Organisations.Named(plain.Search, index.Sources);
        var question = new Question(Organisations.Without(text, named))
        {
            Named = named,
            Sign = AnswerSigns.Of(plain),
            Quantity = Quantities.Of(plain.Search.Plain),
            Kind = named.Count > 0 ? null : Organisations.KindIn(plain.Search.Plain),
        };
        question.AddTerms(index);
        return question;
    }

    private void AddTerms(PassageIndex index)
    {
        var hits = new List<ConceptHit>();
        var asked = SearchText.Of(Phrases.WithoutAsking(Text));
        index.Lexicon.Find(asked, IsKana, hits);
        AddConcepts(index, hits);
        var covered = new bool[asked.Folded.Length];
        foreach (var hit in hits) covered.AsSpan(hit.Start, hit.End - hit.Start).Fill(true);

        foreach (var word in MistypedKana(asked, covered)) AddNearest(index, word);
        AddPieces(index, hits);
        if (Quantity != Quantity.None) Counted = CountedIn(asked.Plain, hits, index);
        foreach (var (pair, weight, at) in Terms.Pairs(asked))
        {
            var explained = covered[at] && covered[at + 1];
            Raise(pair, explained ? weight * Weights.ExplainedPair : weight);
            // A pair half explained is mostly the seam between two words.
            if (!explained)
                pieces.Add(
                    new(
                        [pair],
                        [],
                        (covered[at] || covered[at + 1] ? weight * Weights.Seam : weight) * (weight < Weights.Pair ? Weights.Grammar : 1)
                    )
                );
        }

        AddWords(index, asked);
        Anchors = Subjects.Count(index.Lexicon.IsAnchor);
        bool Unheard(int concept) => !index.Knows(index.Terms.ConceptTerm(concept));
        Elsewhere = Subjects.Count(concept => index.Lexicon.IsElsewhere(concept) && Unheard(concept));
        IsOfSns = Subjects.Any(index.Lexicon.IsOfSns) || (Anchors > 0 && Elsewhere == 0);
        NamesUnknownThing =
            Subjects.Any(concept => index.Lexicon.IsEntity(concept) && Unheard(concept))
            && !Subjects.Any(concept => index.Lexicon.IsPlatform(concept) && !Unheard(concept));
        StrangeWords = CountStrange(index, asked, covered);
    }

    /// <summary>The concepts that end right before the words of asking how many, a particle between: ハッシュタグは何個, but not 毎月いくら.</summary>
    private static List<int> CountedIn(string asked, List<ConceptHit> hits, PassageIndex index)
    {
        const int Particles = 3;
        var at = Quantities.PlaceIn(asked);
        var before = hits.Where(hit => hit.End < at && at - hit.End <= Particles && !index.Lexicon.IsAsking(hit.Concept)).ToList();
        return before.Count == 0
            ? []
            : [.. before.Where(hit => hit.End == before.Max(other => other.End)).Select(hit => hit.Concept).Distinct()];
    }

    private static int CountStrange(PassageIndex index, SearchText text, bool[] covered)
    {
        var strange = 0;
        for (var i = 0; i < covered.Length;)
        {
            var start = i;
            Func<char, bool> kind = SearchText.IsKanji(text.Plain[i]) ? SearchText.IsKanji : SearchText.IsKatakana;
            while (i < covered.Length && kind(text.Plain[i])) i++;
            if (i == start)
            {
                i++;
                continue;
            }

            var (unknown, all) = (0, 0);
            for (var k = start; k + 1 < i; k++)
            {
                all++;
                if (!(covered[k] && covered[k + 1]) && !index.Knows(string.Concat("b:", text.Folded.AsSpan(k, 2)))) unknown++;
            }

            if (all > 0 && unknown * 2 >= all) strange++;
        }

        return strange;
    }

    /// <summary>Concepts read off the same words share the weight of those words.</summary>
    private void AddConcepts(PassageIndex index, List<ConceptHit> hits)
    {
        // おやすみ中 is no good night.
        hits.RemoveAll(hit =>
            index.Lexicon.IsElsewhere(hit.Concept)
            && hits.Exists(longer =>
                longer.Start <= hit.Start
                && longer.End >= hit.End
                && longer.End - longer.Start > hit.End - hit.Start
                && !index.Lexicon.IsElsewhere(longer.Concept)
            )
        );
        foreach (var hit in hits)
        {
            var readings = hits.Where(other => other.Start <= hit.Start && other.End >= hit.End && !index.Lexicon.IsAsking(other.Concept))
                .Select(other => other.Concept)
                .Append(hit.Concept)
                .Distinct()
                .Count();
            AddConcept(index, hit.Concept, 1 / MathF.Sqrt(readings));
        }
    }

    private void AddConcept(PassageIndex index, int concept, float share)
    {
        Subjects.Add(concept);
        if (!index.Lexicon.IsAsking(concept)) Raise(index.Terms.ConceptTerm(concept), Weights.Concept * share);
        foreach (var (near, part) in index.Lexicon.Near(concept)) Raise(index.Terms.ConceptTerm(near), Weights.Concept * share * part);
    }

    private void AddNearest(PassageIndex index, string word)
    {
        if (index.Lexicon.NearestKana(word) is not { } meant) return;
        var hits = new List<ConceptHit>();
        index.Lexicon.Find(SearchText.Of(meant), kana: true, hits);
        foreach (var hit in hits) AddConcept(index, hit.Concept, Weights.Typo);
        AddPieces(index, hits);
    }

    /// <summary>
    /// Concepts of the same words are readings of one piece: explaining one of them explains it. A concept of only a part of the words
    /// (運用 in 運用期間) explains as much of it as it has of the words.
    /// </summary>
    private void AddPieces(PassageIndex index, List<ConceptHit> hits)
    {
        var at = new ConceptHit(-1, -1, -1);
        foreach (
            var hit in hits.Where(hit => !index.Lexicon.IsAsking(hit.Concept)).OrderBy(hit => hit.Start).ThenByDescending(hit => hit.End)
        )
        {
            var term = index.Terms.ConceptTerm(hit.Concept);
            if (hit.End > at.End)
            {
                pieces.Add(new([term], [], Weights.Concept));
                at = hit;
            }
            else if (hit.Start == at.Start && hit.End == at.End) pieces[^1].Terms.Add(term);
            else pieces[^1].Near.Add((term, (float)(hit.End - hit.Start) / (at.End - at.Start)));
            pieces[^1].Near.AddRange(index.Lexicon.Near(hit.Concept).Select(near => (index.Terms.ConceptTerm(near.Concept), near.Share)));
        }
    }

    /// <summary>Runs of kana that no concept explains, long enough to be a word.</summary>
    private static IEnumerable<string> MistypedKana(SearchText text, bool[] covered)
    {
        for (var i = 0; i < covered.Length;)
        {
            var start = i;
            var katakana = SearchText.IsKatakana(text.Plain[i]);
            while (
                i < covered.Length
                && !covered[i]
                && SearchText.IsKatakana(text.Folded[i])
                && SearchText.IsKatakana(text.Plain[i]) == katakana
            )
                i++;
            // Hiragana between words is mostly grammar, of which any four characters resemble some word; behind a kanji it is an ending
            // (禁止されている).
            var ending = !katakana && start > 0 && SearchText.IsKanji(text.Plain[start - 1]);
            if (!ending && i - start >= (katakana ? 4 : 5)) yield return text.Folded[start..i];
            if (i == start) i++;
        }
    }

    private void AddWords(PassageIndex index, SearchText asked)
    {
        var stems = Terms.Stems(asked, out var words);
        if (stems.Count == 0) return;
        for (var i = 0; i < stems.Count; i++)
        {
            if (
                stems[i].Length < 5
                || EnglishWords.IsStop(words[i])
                || index.Lexicon.EnglishStems.Contains(stems[i])
                || index.Knows("w:" + stems[i])
            )
                continue;
            var most = stems[i].Length >= 8 ? 2 : 1;
            if (
                index
                    .Lexicon.EnglishStems.Where(stem =>
                        stem[0] == stems[i][0]
                        && Math.Abs(stem.Length - stems[i].Length) <= most
                        && Slips.Between(stem, stems[i], most) <= most
                    )
                    .Order(StringComparer.Ordinal)
                    .FirstOrDefault() is
                { } meant
            )
                stems[i] = meant;
        }

        var hits = new List<ConceptHit>();
        index.Lexicon.FindEnglish(stems, hits);
        // LINE in a Japanese sentence was found as Japanese already.
        var known = Subjects.ToHashSet();
        AddConcepts(index, hits);
        AddPieces(index, [.. hits.Where(hit => !known.Contains(hit.Concept))]);
        if (Quantity != Quantity.None && words.IndexOf("many") is >= 0 and var many)
            Counted = [.. Counted, .. hits.Where(hit => hit.Start == many + 1).Select(hit => hit.Concept)];
        for (var i = 0; i < stems.Count; i++)
        {
            if (EnglishWords.IsStop(words[i])) continue;
            Raise("w:" + stems[i], (hits.Exists(hit => hit.Start <= i && i < hit.End) ? Weights.ExplainedWord : Weights.Word));
            if (!hits.Exists(hit => hit.Start <= i && i < hit.End))
                pieces.Add(new(["w:" + stems[i]], [], index.Knows("w:" + stems[i]) ? Weights.Concept : Weights.Word));
        }
    }

    private void Raise(string term, float weight)
    {
        if (!weights.TryGetValue(term, out var had) || had < weight) weights[term] = weight;
    }
}

/// <param name="Terms">Readings of the piece, each of which explains it.</param>
/// <param name="Near">Ideas that explain a part of it.</param>
internal readonly record struct Piece(List<string> Terms, List<(string Term, float Share)> Near, float Weight);
