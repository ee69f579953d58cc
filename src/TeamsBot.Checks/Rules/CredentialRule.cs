using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>A password, PIN, one-time code or key given away, in a post or in any message. The message never repeats the secret.</summary>
internal sealed class CredentialRule : IRule
{
    public RuleInfo About { get; } = new("credential", Category.Security, Severity.Stop, "private-3-4-3", "yamaguchi-3-3", "tochigi-7-2-1");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (var (where, _) in CredentialMask.Secrets(draft))
        {
            yield return About.Find(
                draft.At(where),
                "パスワードや暗証番号そのものが書かれています。",
                "この文章を消し、すでに人に見せた番号やパスワードは変更してください。");
        }
    }
}
