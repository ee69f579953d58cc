using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Private use: a photo of others or a named private person needs their consent first; without it the answer is "do not post", which no cap
/// lightens [private-3-1-4a, private-3-1-4b]. The clause says "consent or the like": a photo in which nobody can be recognised needs
/// none, a name that stands in the text does. A given consent lowers personal-data to a hint (see <see cref="CheckPolicy"/>).
/// </summary>
internal sealed class ConsentRule : IRule
{
    private static readonly PersonalDataRule Named = new();

    public RuleInfo About { get; } = new("consent", Category.Private, Severity.Stop, "private-3-1-4b", "private-3-1-4a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (!context.Private || !(context.PrivateUse.PhotoOfOthers || Named.Check(draft, context).Any())) yield break;
        switch (context.PrivateUse.Consent)
        {
            case ConsentAnswer.Unrecognisable when Named.Check(draft, context).Any():
                yield return About.Find(
                    null,
                    "文章を読むと、誰のことか分かります。このままでは投稿しないでください。",
                    "名前などを消すか、本人の同意を得てから、もう一度点検してください。"
                );
                break;
            case ConsentAnswer.Unrecognisable:
                yield return About.Find(
                    null,
                    "写っている人が誰か分からないようにした、と答えています。",
                    "背景、名札、車のナンバーからも分からないことを、投稿する前にもう一度見てください。",
                    severity: Severity.Hint
                );
                break;
            case ConsentAnswer.Refused or ConsentAnswer.NoAnswer:
                yield return About.Find(null, "写っている人・書かれている人の同意がありません。投稿しないでください。", "同意を得てから、もう一度点検してください。");
                break;
            case ConsentAnswer.NotAsked:
                yield return About.Find(null, "ほかの人の情報や写真があります。誰から、いつ同意を得ましたか。", "名前と日付を答えてください。", severity: Severity.Warn);
                break;
        }
    }
}
