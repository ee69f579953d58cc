using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>An image without a declared right, or with recognisable people who were not asked; and, as advice, one without words for those who cannot see it.</summary>
internal sealed class ImageRightsRule : IRule
{
    public RuleInfo About { get; } = new("image-rights", Category.Image, Severity.Block, "tochigi-2-3", "asaka-2-2", "ward-4-7", "private-3-1-4a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (var image in context.Attachments ?? [])
        {
            if (image.Rights == ImageRights.Undeclared)
                yield return About.Find(null, $"画像「{image.Name}」を使う権利が書かれていません。", "「自組織で撮影・許諾済み・本人の同意」のどれかを選んでください。");
            if (image.Faces == Faces.Identifiable)
                yield return About.Find(null, $"画像「{image.Name}」に、同意のない人の顔が写っています。", "同意を得て記録するか、ぼかした画像に替えてください。");
            if (image.AltText.Length == 0)
                yield return About.Find(null, $"画像「{image.Name}」に、内容を伝える文（代替テキスト）がありません。", "見えない方にも伝わる一文を付けてください。", severity: Severity.Hint);
        }
    }
}
