using TeamsBot.Checks.Text;

namespace TeamsBot.Checks;

/// <summary>
/// Runs every rule over one draft and returns what they found, in reading order. Pure: no clock, no network, no state between calls;
/// safe to share between threads. It decides nothing about the draft. Mistakes that a correction quotes as such are not called mistakes
/// again; what leaks or hurts stays one, quoted or not. A slip inside a misspelt official name is said once, as the name.
/// </summary>
public static class ContentChecker
{
    /// <summary>
    /// A text that breaks one rule more often than this is told so often enough; it also bounds what a hostile text can cost.
    /// </summary>
    private const int MostOfOneRule = 100;

    /// <summary>What is looked for where a post of somebody else is to be liked: its address, and that it is somebody else's.</summary>
    private static readonly string[] OfLikes = ["third-party-endorse", "obscene-link", "short-url", "unsafe-link", "url-form"];

    /// <summary>The rules there are, for listing and for validating a policy that names them.</summary>
    public static IReadOnlyList<RuleInfo> Rules { get; } = [.. RuleCatalogue.All.Select(rule => rule.About)];

    public static IReadOnlyList<Finding> Check(string text, CheckContext context) => Check(text, context, RuleCatalogue.All);

    internal static IReadOnlyList<Finding> Check(string text, CheckContext context, IReadOnlyList<IRule> rules)
    {
        var draft = new DraftText(text);
        var findings = new List<Finding>();
        foreach (var rule in rules)
        {
            if (!context.Policy.IsOn(rule.About.Id) || (context.IsLike && !OfLikes.Contains(rule.About.Id))) continue;
            findings.AddRange(rule.Check(draft, context)
                .Take(MostOfOneRule)
                .Select(finding => context.Policy.Apply(finding, rule.About, context))
                .Where(finding => !context.Dismissed.Covers(finding, text)));
        }

        if (draft.QuotedErrors.Count > 0)
            findings.RemoveAll(finding =>
                finding is { Group: FindingGroup.Error, Span: { } span } && draft.QuotedErrors.Any(quoted => quoted.Contains(span))
            );
        var names = findings
            .Where(finding => finding.Category == Category.OfficialName && finding.Span is not null)
            .Select(finding => finding.Span!.Value)
            .ToList();
        if (names.Count > 0)
            findings.RemoveAll(finding => finding.Category == Category.Typo && finding.Span is { } span && names.Exists(span.Overlaps));
        return Merge(findings);
    }

    /// <summary>
    /// Same category on the same words is said once, by the heavier finding; the whole-draft findings come last, each image's own apart.
    /// </summary>
    private static Finding[] Merge(List<Finding> findings) =>
    [
        .. findings
            .GroupBy(finding =>
                (
                    finding.Category.Id,
                    finding.Span,
                    Whole: finding.Span is null
                        ? finding.Subject is null
                            ? finding.RuleId
                            : $"{finding.RuleId} {finding.Subject} {finding.Message}"
                        : null
                )
            )
            .Select(same =>
                same.OrderByDescending(finding => finding.Severity).ThenBy(finding => finding.RuleId, StringComparer.Ordinal).First()
            )
            .OrderBy(finding => finding.Span?.Start ?? int.MaxValue)
            .ThenBy(finding => finding.Span?.End ?? int.MaxValue)
            .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Message, StringComparer.Ordinal),
    ];
}
