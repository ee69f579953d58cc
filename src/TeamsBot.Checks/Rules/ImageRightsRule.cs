using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// An image without a declared right, or with recognisable people who were not asked; and, as advice, one without words for those who
/// cannot see it. Silent in private use, where <see cref="ConsentRule"/> asks.
/// </summary>
internal sealed class ImageRightsRule : IRule
{
    public RuleInfo About { get; } =
        new("image-rights", Category.Image, Severity.Block, "tochigi-2-3", "asaka-2-2", "ward-4-7", "private-3-1-4a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Private) yield break;
        foreach (var image in context.Attachments ?? [])
        {
            if (Undeclared(image) is { } undeclared)
                yield return About.Find(
                    null,
                    $"「{image.Name}」の{undeclared}が選ばれていません。",
                    "画像の欄で選んでください。権利や同意を確かめられない画像は使えません。"
                ) with
                {
                    Subject = image.Name,
                };
            if (image.Faces == Faces.Identifiable)
                yield return About.Find(
                    null,
                    $"「{image.Name}」に、同意のない人の顔が写っています。",
                    "同意を得て記録するか、ぼかした画像に替えてください。"
                ) with
                {
                    Subject = image.Name,
                };
            if (image.AltText.Length == 0)
                yield return About.Find(
                    null,
                    $"「{image.Name}」に、内容を伝える文（代替テキスト）がありません。",
                    "見えない方にも伝わる一文を付けてください。",
                    severity: Severity.Hint
                ) with
                {
                    Subject = image.Name,
                    Clauses = [],
                };
        }
    }

    private static string? Undeclared(AttachedImage image) => (image.Rights, image.Faces) switch
    {
        (ImageRights.Undeclared, Faces.Undeclared) => "「使う権利」と「写っている人」",
        (ImageRights.Undeclared, _) => "「使う権利」",
        (_, Faces.Undeclared) => "「写っている人」",
        _ => null,
    };
}
