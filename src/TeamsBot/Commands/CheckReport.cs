using System.Text;
using TeamsBot.Checks;

namespace TeamsBot.Commands;

/// <summary>Findings as a person reads them in a terminal: under the three headings with their counts, zero included (ward-2-2a).</summary>
internal static class CheckReport
{
    private static readonly (FindingGroup Group, string Heading)[] Groups =
        [(FindingGroup.Error, "誤り"), (FindingGroup.Leak, "漏えい"), (FindingGroup.Misunderstanding, "誤解")];

    public static string ForPeople(string text, IReadOnlyList<Finding> findings)
    {
        var report = new StringBuilder();
        report
            .AppendJoin(
                '・',
                Groups.Select(group =>
                    FormattableString.Invariant($"{group.Heading}{findings.Count(finding => finding.Group == group.Group)}件")
                )
            )
            .Append('\n');
        foreach (var (group, heading) in Groups)
        {
            var own = findings.Where(finding => finding.Group == group).OrderByDescending(finding => finding.Severity).ToList();
            if (own.Count == 0) continue;
            report.Append("\n■ ").Append(heading).Append('\n');
            foreach (var finding in own) Describe(report, text, finding);
        }

        return report.ToString();
    }

    public static bool HoldsBack(IReadOnlyList<Finding> findings) => findings.Any(finding => finding.Severity >= Severity.Block);

    private static void Describe(StringBuilder report, string text, Finding finding)
    {
        report.Append("・[").Append(Level(finding.Severity)).Append("] ").Append(finding.Category.Label);
        if (finding.Span is { } span)
            report.Append(
                FormattableString.Invariant(
                    $" {text.AsSpan(0, span.Start).Count('\n') + 1}行目「{text[span.Start..span.End].ReplaceLineEndings(" ")}」"
                )
            );
        report.Append('\n').Append("  ").Append(finding.Message).Append('\n');
        if (finding.Suggestion is { } suggestion) report.Append("  直し方: ").Append(suggestion).Append('\n');
        if (finding.Clauses.Count > 0) report.Append("  根拠: ").AppendJoin('、', finding.Clauses).Append('\n');
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Stop => "要修正（例外なし）",
        Severity.Block => "要修正",
        Severity.Warn => "注意",
        _ => "助言",
    };
}
