using System.Diagnostics;
using System.Diagnostics.Metrics;
using TeamsBot.Checks;

namespace TeamsBot.Approvals;

/// <summary>Counts the checks of drafts and what they found, by rule. Private checks are nobody's business and are not counted.</summary>
internal sealed class CheckMeter
{
    public const string Name = "TeamsBot.Checks";

    private readonly Histogram<double> checks;
    private readonly Counter<long> findings;

    public CheckMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        checks = meter.CreateHistogram<double>("teamsbot.check.duration", "s", "Checks of a draft's text.");
        findings = meter.CreateCounter<long>("teamsbot.check.findings", "{finding}", "What checks found, by rule and severity.");
    }

    public void Checked(IReadOnlyList<Finding> found, TimeSpan took)
    {
        checks.Record(took.TotalSeconds);
        foreach (var finding in found) findings.Add(1,
            new TagList { { "rule", finding.RuleId }, { "severity", finding.Severity.ToString() } });
    }
}
