using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>News that only members of a service can read, with neither a second medium nor a page of the own site [tochigi-3-2].</summary>
internal sealed class ReachRule : IRule
{
    public RuleInfo About { get; } = new("reach", Category.MediumFit, Severity.Hint, "tochigi-3-2");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context is not { Account.MembersOnly: true } || context.OtherMedia is { Count: > 0 }) yield break;
        if (draft.Urls.Any(url => context.Organisation.Domains.Any(url.IsUnder))) yield break;
        yield return About.Find(null, "会員しか読めない媒体だけでのお知らせです。", "ほかの媒体でも出すか、公式サイトのページのURLを添えてください。");
    }
}
