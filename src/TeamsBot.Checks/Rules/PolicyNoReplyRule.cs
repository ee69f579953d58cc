using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>A reply drafted on an account whose published policy says that it does not reply [asaka-annex-9a].</summary>
internal sealed class PolicyNoReplyRule : IRule
{
    public RuleInfo About { get; } = new("policy-no-reply", Category.Unofficial, Severity.Warn, "asaka-annex-9a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context is { Account.Replies: false, Reply: not null })
            yield return About.Find(null, "このアカウントの運用ポリシーは「返信しない」です。", "返信せず、必要なら問合せ先を案内する投稿にしてください。");
    }
}
