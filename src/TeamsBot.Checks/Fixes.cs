using System.Text;

namespace TeamsBot.Checks;

/// <summary>A replacement that was made, as the preview shows it.</summary>
public sealed record AppliedFix(string RuleId, string Before, string After);

/// <summary>
/// The rewritten text, what was changed, and which findings were left because another change already touched their words.
/// </summary>
public sealed record FixedText(string Text, IReadOnlyList<AppliedFix> Applied, IReadOnlyList<Finding> Left);

/// <summary>
/// One-tap fixes: puts the replacements of findings into the text they were found in. Findings without a replacement change nothing. Where
/// two overlap, the earlier in the text wins, then the heavier. The result is to be checked again; this does not do it.
/// </summary>
public static class Fixes
{
    public static FixedText Apply(string text, IEnumerable<Finding> findings)
    {
        var made = new StringBuilder(text.Length);
        var applied = new List<AppliedFix>();
        var left = new List<Finding>();
        var at = 0;
        foreach (
            var finding in findings
                .Where(finding => finding is { Span: not null, Replacement: not null })
                .OrderBy(finding => finding.Span!.Value.Start)
                .ThenByDescending(finding => finding.Severity)
        )
        {
            var span = finding.Span!.Value;
            if (span.Start < at || span.End > text.Length)
            {
                left.Add(finding);
                continue;
            }

            made.Append(text, at, span.Start - at).Append(finding.Replacement);
            applied.Add(new AppliedFix(finding.RuleId, text[span.Start..span.End], finding.Replacement!));
            at = span.End;
        }

        return new FixedText(made.Append(text, at, text.Length - at).ToString(), applied, left);
    }
}
