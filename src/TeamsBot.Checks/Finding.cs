namespace TeamsBot.Checks;

/// <summary>
/// One thing a rule found. The message quotes the words and says what to do next; it never blames. A finding is advice with a weight:
/// what may happen to the draft is decided by whoever holds the severities.
/// </summary>
/// <param name="RuleId">The rule that found it, for example <c>date-weekday</c>.</param>
/// <param name="Span">Where; null when it is about the whole draft.</param>
/// <param name="Suggestion">What to write instead, for a person to read; null when the message says it all.</param>
/// <param name="Clauses">Ids of the guideline clauses it rests on, narrowed by <see cref="ContentChecker"/> to those of the active
/// pack.</param>
/// <param name="Replacement">The text a one-tap fix puts into the span; null unless the rule is sure.</param>
/// <param name="Asks">What a fix needs that only the writer knows, as the label of a field; null where nothing is asked.</param>
public sealed record Finding(
    string RuleId,
    Category Category,
    Severity Severity,
    Span? Span,
    string Message,
    string? Suggestion,
    IReadOnlyList<string> Clauses,
    string? Replacement = null,
    string? Asks = null)
{
    /// <summary>
    /// Which of several things beside the text it is about, for example one of the images; null where it is about the text or the draft.
    /// </summary>
    public string? Subject { get; init; }

    public FindingGroup Group => Category.Group;
}
