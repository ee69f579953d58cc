namespace TeamsBot.Guidelines.Index;

/// <summary>
/// What counts how much in ranking. Found by trying values on written questions for every clause, with and without packs, and checked on
/// labelled questions that had no part in it; none is critical, halving or doubling most of them changes few answers.
/// </summary>
internal static class Weights
{
    /// <summary>A concept of the lexicon that question and entry share; everything else is relative to it.</summary>
    public const float Concept = 2f;

    /// <summary>Two neighbouring kanji or katakana; one of them hiragana; both hiragana, which are mostly grammar.</summary>
    public const float Pair = 0.45f, MixedPair = 0.25f, KanaPair = 0.08f;

    /// <summary>The stem of an English word.</summary>
    public const float Word = 0.9f;

    /// <summary>
    /// Shares that remain of a pair or a word when a concept has explained it already, of a pair at the seam of two words, and of what a
    /// pair with hiragana counts for covering the question.
    /// </summary>
    public const float ExplainedPair = 0.5f, ExplainedWord = 0.6f, Seam = 0.4f, Grammar = 0.5f;

    /// <summary>
    /// Fields of an entry: its own text; the headings above; the sentence a list item belongs to; the clause's gist; its question.
    /// </summary>
    public const float OwnText = 1.4f, Headings = 0.55f, Lead = 0.4f, Gist = 0.8f, Ask = 1f;

    /// <summary>BM25's k1 and b: how soon repeating a term stops counting, how much a long text is held against it.</summary>
    public const float Saturation = 0.75f, LengthPart = 0.35f;

    /// <summary>Shares of a concept only near the one asked, of one that is its opposite, and of one found through a typing slip.</summary>
    public const float Near = 0.35f, Opposite = 0.7f, Typo = 0.8f;

    /// <summary>
    /// An entry of another organisation than the one the question names, and of another kind (of a city, where it speaks of the
    /// prefecture).
    /// </summary>
    public const float OtherOrganisation = 0.12f, OtherKind = 0.85f;

    /// <summary>
    /// The share from which a term counts as said, about once in a heading above; and what an entry covering nothing would keep of its
    /// score.
    /// </summary>
    public const float Enough = 0.45f, CoverageBase = 0.2f;

    /// <summary>
    /// For "what is": a text that defines; one that has the asked word in front; and a definition where none is asked for.
    /// </summary>
    public const float Definition = 1.5f, DefinitionTerm = 1.5f, UnaskedDefinition = 0.85f;

    /// <summary>For "how many", "who", "when", "what is this document for", "phone": a text with and without such a thing.</summary>
    public const float Number = 1.12f, NoNumber = 0.88f, Who = 1.15f, Time = 1.1f, About = 1.6f, Phone = 1.3f;

    /// <summary>The title page has the words of every question about the document and answers none but its edition.</summary>
    public const float TitlePage = 0.6f;

    /// <summary>A heading that is hit stands for all below it, the more when several things are asked for.</summary>
    public const float HeadingHit = 1.1f, HeadingOfMany = 1.25f;

    /// <summary>The rarity up to which an idea stands in so many clauses that its absence from one says nothing.</summary>
    public const float Commonplace = 1.6f;

    /// <summary>From this part of the best score on, a neighbour answers too and the clause around both is quoted.</summary>
    public const float Companion = 0.72f;
}
