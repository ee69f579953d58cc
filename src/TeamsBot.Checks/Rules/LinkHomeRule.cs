using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>Advice: a post with no link to the own site leaves readers without the details [asaka-3-2-3-4]. Instagram cannot link, so it is left out.</summary>
internal sealed class LinkHomeRule : IRule
{
    public RuleInfo About { get; } = new("link-home", Category.MediumFit, Severity.Hint, "asaka-3-2-3-4", "tochigi-4-1-2");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Private || context.Medium is Medium.Instagram or Medium.Website || context.Organisation.Domains is not [var domain, ..]) yield break;
        if (draft.Normal.Length == 0 || draft.Urls.Any(url => url.IsOwnSite(context.Organisation))) yield break;
        yield return About.Find(null, "自組織のホームページへのリンクがありません。", $"詳しい内容のページがあれば、そのURL（https://www.{domain}/…）を加えてください。");
    }
}
