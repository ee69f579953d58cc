using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Instagram cannot post without an image, shows several best, and is wasted on a flyer alone [asaka-3-3-3-1, asaka-3-3-3-4,
/// asaka-3-3-3-3]. An unknown count says nothing.
/// </summary>
internal sealed class FitInstagramRule : IRule
{
    public RuleInfo About { get; } =
        new("fit-instagram", Category.MediumFit, Severity.Hint, "asaka-3-3-3-1", "asaka-3-3-3-3", "asaka-3-3-3-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Medium != Medium.Instagram || context.Images is not { } images) yield break;
        if (images == 0) yield return About.Find(null, "Instagramは画像か動画がないと投稿できません。", "画像を添付してください。", severity: Severity.Block);
        else if (context.Attachments is { Count: > 0 } all && all.All(image => image.IsFlyer))
            yield return About.Find(null, "画像がチラシだけです。", "Instagramは写真の印象で見られます。様子の伝わる写真を1枚添えてください。", severity: Severity.Warn);
        else if (images == 1) yield return About.Find(null, "画像が1枚です。", "Instagramでは、2枚以上の画像があると興味を引きやすくなります。");
    }
}
