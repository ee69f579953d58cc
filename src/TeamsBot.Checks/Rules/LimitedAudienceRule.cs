using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>Private use: a post for friends only is judged exactly like a public one; this says why [private-2-1-3].</summary>
internal sealed class LimitedAudienceRule : IRule
{
    public RuleInfo About { get; } = new("limited-audience", Category.Private, Severity.Hint, "private-2-1-3");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context is { Private: true, PrivateUse.LimitedAudience: true })
            yield return About.Find(null, "公開範囲を限っていても、転載や引用で広まることがあります。点検の重さは変わりません。");
    }
}
