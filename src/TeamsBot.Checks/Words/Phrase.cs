namespace TeamsBot.Checks.Words;

/// <summary>
/// One step of a phrase: a word of a list, at most <see cref="Gap"/> characters after the step before, in the same sentence.
/// </summary>
/// <param name="List">Number of the word list in the <see cref="PhraseBook"/>.</param>
/// <param name="Optional">The step may be missing; what follows then stands where it would have stood.</param>
/// <param name="AcrossCommas">False when the gap may not hold a 、, so that both words stand in one clause.</param>
internal readonly record struct PhraseStep(int List, int Gap, bool Optional, bool AcrossCommas);

/// <summary>A turn of phrase that a rule looks for, and where the same words are all right.</summary>
/// <param name="Clears">Lists whose words in the same sentence clear the phrase: a warning, a denial, an explanation.</param>
/// <param name="ClearsNext">Lists that clear it from this or the following sentence.</param>
/// <param name="ClearsText">Lists that clear it from anywhere in the draft.</param>
/// <param name="Wants">Lists of which one word must stand somewhere in the draft; empty when none is wanted.</param>
/// <param name="OutsideQuotes">True when words inside 「」 are somebody else's and do not count.</param>
/// <param name="Mark">What the rule wants to know about the phrase, for example the letter of さしすせそ; empty when nothing.</param>
internal sealed record Phrase(
    IReadOnlyList<PhraseStep> Steps,
    IReadOnlyList<int> Clears,
    IReadOnlyList<int> ClearsNext,
    IReadOnlyList<int> ClearsText,
    IReadOnlyList<int> Wants,
    bool OutsideQuotes,
    Severity? Severity,
    string Say,
    string? Instead,
    string? Replace,
    string Mark);

/// <summary>
/// The phrases of one rule in their order, and the names (offices, schemes, idioms) inside which their words mean nothing.
/// </summary>
internal sealed record PhraseSet(string RuleId, string Source, IReadOnlyList<Phrase> Phrases, int Names);
