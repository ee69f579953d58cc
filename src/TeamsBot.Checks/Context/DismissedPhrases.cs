using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Context;

/// <summary>
/// What reviewers of one account have marked 該当しない: a rule and the phrase it quoted. A warning or hint on that phrase is not shown again
/// for that account; a block or a stop always is.
/// </summary>
public sealed class DismissedPhrases(IEnumerable<(string RuleId, string Phrase)> phrases)
{
    public static readonly DismissedPhrases None = new([]);

    private readonly HashSet<(string RuleId, string Phrase)> known = [.. phrases.Select(phrase => (phrase.RuleId, Key(phrase.Phrase)))];

    public bool Contains(string ruleId, string phrase) => known.Count > 0 && known.Contains((ruleId, Key(phrase)));

    /// <summary>True when the finding is one that may be remembered and was.</summary>
    internal bool Covers(Finding finding, string text) =>
        finding.Severity <= Severity.Warn && finding.Span is { } span && Contains(finding.RuleId, text[span.Start..span.End]);

    private static string Key(string phrase) => string.Concat(NormalView.Of(phrase).Where(c => !char.IsWhiteSpace(c)));
}
