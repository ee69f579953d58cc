using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Information of an availability class that must also stand on the organisation's own site is posted without a link to it [ward-4-12]
/// [yamaguchi-3-2]. Which labels, is the pack's set; a pack that is silent takes any labelled 1 or 2.
/// </summary>
internal sealed class MirrorUrlRule : IRule
{
    public RuleInfo About { get; } =
        new("mirror-url", Category.AvailabilityLink, Severity.Warn, "ward-4-12", "yamaguchi-3-2", "asaka-3-2-3-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Availability is not { Length: > 0 } label) yield break;
        var labels = context.Policy.MirrorLabels is { Count: > 0 } own ? own : ["1", "2"];
        if (!labels.Any(one => SecrecyClassRule.Canonical(one) == SecrecyClassRule.Canonical(label))) yield break;
        if (draft.Urls.Any(url => url.IsOwnSite(context.Organisation))) yield break;
        var where = context.Organisation.Domains is [var domain, ..] ? $"（{domain}）" : "";
        yield return About.Find(
            null,
            $"可用性{label}の情報は、自組織のホームページ{where}にも掲載し、その場所を示す必要がありますが、リンクがありません。",
            "ホームページに掲載し、そのページのURLを本文に加えてください。"
        );
    }
}
