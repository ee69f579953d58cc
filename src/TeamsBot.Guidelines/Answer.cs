namespace TeamsBot.Guidelines;

/// <summary>
/// What the guidelines say to a question. Either it has citations, and the text says nothing that they do not; or it has none and says that
/// nothing was found, with the reason and whom to ask.
/// </summary>
/// <param name="Text">A short answer in the asker's language: the clauses in our words, one to a line.</param>
/// <param name="Citations">Best first, at most three.</param>
/// <param name="RelatedQuestions">Clause ids whose question may be asked next.</param>
/// <param name="Trouble">The kind of incident the question is about, when it is about one.</param>
/// <param name="Settings">Numbers the organisation chose itself; the guideline does not print them.</param>
/// <param name="Examples">What other organisations' guidelines say, at most two; only when the asker has one of their own. To be labelled
/// as examples.</param>
/// <param name="Desk">Whom to ask; set when the answer is not found.</param>
public sealed record Answer(
    bool Found,
    AnswerLanguage Language,
    string Text,
    IReadOnlyList<Citation> Citations,
    RefusalReason Refusal,
    IReadOnlyList<string> RelatedQuestions,
    TroubleKind? Trouble,
    IReadOnlyList<SettingValue> Settings,
    IReadOnlyList<Citation> Examples,
    Clauses.DeskContact? Desk);

/// <summary>
/// A place in a guideline. The quotation stands in the document word for word; it is empty while only the pack is loaded.
/// </summary>
/// <param name="Document">The file's name; the pack's where the document is not loaded.</param>
/// <param name="Clause">The printed path of what is quoted.</param>
/// <param name="ClauseId">The clause that answers; null for a document without a pack.</param>
/// <param name="ClauseIds">All clauses inside the quotation, the answering one first.</param>
/// <param name="Pack">The organisation; null for a document without a pack.</param>
public sealed record Citation(
    string Document,
    string Title,
    string? Edition,
    string Clause,
    string Heading,
    string Quote,
    string? ClauseId,
    IReadOnlyList<string> ClauseIds,
    string? Pack);

/// <summary>A number set by the organisation (設定値), never shown as text of the guideline.</summary>
public sealed record SettingValue(string ClauseId, string Text);

/// <summary>Why there is no answer.</summary>
public enum RefusalReason
{
    None,

    /// <summary>Nothing was asked.</summary>
    Empty,

    /// <summary>Not a matter of these guidelines.</summary>
    OutOfScope,

    /// <summary>A matter of social media that the guideline is silent on.</summary>
    NotSet,

    /// <summary>Refers to a text that the guideline only names and that is not loaded.</summary>
    NotLoaded,

    /// <summary>Asks the bot to act against its rules instead of asking about the guideline.</summary>
    Instruction,
}
