using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Facebook works best with a short text and a striking photo [asaka-3-1-3-3]. The 200 characters are a suggested setting, not the
/// guideline's word.
/// </summary>
internal sealed class FitFacebookRule : IRule
{
    private const int ComfortLength = 200;

    public RuleInfo About { get; } = new("fit-facebook", Category.MediumFit, Severity.Hint, "asaka-3-1-3-3");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Medium != Medium.Facebook) yield break;
        var length = draft.Normal.Length - draft.Urls.Sum(url => url.Length);
        if (length > ComfortLength)
            yield return About.Find(
                null,
                $"Facebookの投稿としては長めです（{length}字。目安は{ComfortLength}字）。",
                "要点を短くまとめ、詳しい内容はリンク先に移すと読まれやすくなります。"
            );
        if (context.Images == 0) yield return About.Find(null, "画像がありません。", "Facebookでは、印象的な写真を1枚添えると届きやすくなります。");
    }
}
