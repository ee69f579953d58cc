using TeamsBot.Cards;
using TeamsBot.Checks;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// A finding as it is kept with a revision: the words it quotes, why, and what to do. A record of its own, because what was decided must
/// stay readable when the rules change.
/// </summary>
internal sealed record DraftFinding(
    string RuleId,
    string Category,
    string Label,
    Severity Severity,
    FindingGroup Group,
    int? Start,
    int? End,
    string Quote,
    string Message,
    string? Suggestion,
    string? Replacement,
    IReadOnlyList<string> Clauses,
    string Basis,
    string? Asks = null)
{
    /// <summary>Which of the draft's pictures it is about; null where it is about the text or the draft.</summary>
    public string? Subject { get; init; }

    /// <summary>Names the finding inside its revision: the rule and the place.</summary>
    public string Key => KeyOf(RuleId, Start, Subject);

    public static string KeyOf(Finding finding) => KeyOf(finding.RuleId, finding.Span?.Start, finding.Subject);

    private static string KeyOf(string ruleId, int? start, string? subject) =>
        $"{ruleId}@{start?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? subject ?? "all"}";

    /// <summary>Longest quotation kept; a finding about a paragraph needs no copy of it.</summary>
    private const int MaxQuote = 60;

    /// <param name="basis">The clauses as readers know them.</param>
    public static DraftFinding From(Finding finding, string text, string basis) => new(
        finding.RuleId,
        finding.Category.Id,
        finding.Category.Label,
        finding.Severity,
        finding.Group,
        finding.Span?.Start,
        finding.Span?.End,
        finding.Span is { } span ? ShortText.Shorten(text[span.Start..span.End], MaxQuote) : "",
        finding.Message,
        finding.Suggestion,
        finding.Replacement,
        finding.Clauses,
        basis,
        finding.Span is null ? null : finding.Asks)
    {
        Subject = finding.Subject,
    };
}
