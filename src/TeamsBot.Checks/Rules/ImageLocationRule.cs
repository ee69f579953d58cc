using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// An attached image that tells where it was taken. The place is shown only to a tenth of a degree, about ten kilometres [private-3-4-4a].
/// An official draft is held back until it is gone (rules.md 1.3); in private use the writer decides.
/// </summary>
internal sealed class ImageLocationRule : IRule
{
    public RuleInfo About { get; } = new("image-location", Category.Image, Severity.Warn, "private-3-4-4a", "private-3-4-4b");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (var image in context.Attachments ?? [])
        {
            if (image.Facts?.Place is not { } place) continue;
            yield return About.Find(
                null,
                $"「{image.Name}」に撮影場所（{place}付近）の情報が入っています。",
                "「位置情報を消す」を押すか、位置情報のない画像に替えてください。",
                severity: context.Private ? Severity.Warn : Severity.Block
            ) with
            {
                Subject = image.Name,
            };
        }
    }
}
