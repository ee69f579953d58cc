
namespace TeamsBot.Checks.Tests;

/// <summary>Builders for the table tests: a context with a fixed clock, one rule run alone, and the words its findings quote.</summary>
internal static class Drafts
{
    /// <summary>Friday 2026-11-20 10:00 in Japan.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(9));

    public static CheckContext Context(Func<CheckContext, CheckContext>? with = null)
    {
        var context = new CheckContext { Now = Now, PlannedAt = Now };
        return with is null ? context : with(context);
    }

    /// <summary>What one rule finds, through the checker, so that policy and merging apply.</summary>
    public static IReadOnlyList<Finding> Find(string ruleId, string text, CheckContext? context = null) =>
        ContentChecker.Check(text, context ?? Context(), [RuleCatalogue.All.Single(rule => rule.About.Id == ruleId)]);

    /// <summary>The words a rule's findings quote, in order, joined by " | "; "(all)" for a finding about the whole draft.</summary>
    public static string Quotes(string ruleId, string text, CheckContext? context = null) =>
        string.Join(" | ", Find(ruleId, text, context).Select(finding => finding.Span is { } span ? text[span.Start..span.End] : "(all)"));
}
