using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TeamsBot.Checks;

namespace TeamsBot.Commands;

/// <summary>Findings for machines, one JSON object a line, and for people, under the three headings with their counts, zero included (ward-2-2a).</summary>
internal static class CheckReport
{
    // The output is read by people too, and is not put into a page: Japanese stays readable.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (FindingGroup Group, string Heading)[] Groups =
        [(FindingGroup.Error, "誤り"), (FindingGroup.Leak, "漏えい"), (FindingGroup.Misunderstanding, "誤解")];

    /// <summary>Offsets are UTF-16, null for a finding about the whole draft.</summary>
    public static string JsonLine(string id, IReadOnlyList<Finding> findings) => JsonSerializer.Serialize(
        new
        {
            Id = id,
            Findings = findings.Select(finding => new
            {
                Rule = finding.RuleId,
                Category = finding.Category.Id,
                Severity = finding.Severity.ToString().ToLowerInvariant(),
                finding.Span?.Start,
                finding.Span?.End,
                finding.Message,
                finding.Suggestion,
                finding.Clauses,
            }),
        },
        Json);

    public static string ForPeople(string text, IReadOnlyList<Finding> findings)
    {
        var report = new StringBuilder();
        report.AppendJoin('・', Groups.Select(group => FormattableString.Invariant($"{group.Heading}{findings.Count(finding => finding.Group == group.Group)}件"))).Append('\n');
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
            report.Append(FormattableString.Invariant($" {text.AsSpan(0, span.Start).Count('\n') + 1}行目「{text[span.Start..span.End].ReplaceLineEndings(" ")}」"));
        report.Append('\n').Append("  ").Append(finding.Message).Append('\n');
        if (finding.Suggestion is { } suggestion) report.Append("  直し方: ").Append(suggestion).Append('\n');
        if (finding.Clauses.Count > 0) report.Append("  根拠: ").AppendJoin('、', finding.Clauses).Append('\n');
    }

    private static string Level(Severity severity) => severity switch
    {
        Severity.Stop => "止め",
        Severity.Block => "要修正",
        Severity.Warn => "注意",
        _ => "助言",
    };
}
