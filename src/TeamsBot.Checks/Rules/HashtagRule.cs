using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>Instagram spreads little by itself; hashtags reach those interested [asaka-3-3-3-2].</summary>
internal sealed class HashtagRule : IRule
{
    public RuleInfo About { get; } = new("fit-instagram-hashtag", Category.Hashtag, Severity.Hint, "asaka-3-3-3-2", "asaka-3-3-3-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Medium != Medium.Instagram || draft.Normal.Length == 0) yield break;
        for (var at = draft.Normal.IndexOf('#', StringComparison.Ordinal); at >= 0; at = draft.Normal.IndexOf('#', at + 1))
        {
            if (at + 1 < draft.Normal.Length && char.IsLetterOrDigit(draft.Normal[at + 1]) && !draft.InUrl(at)) yield break;
        }

        yield return About.Find(null, "Instagramの投稿にハッシュタグがありません。", "関心のある人に届くよう、地名や行事名のハッシュタグを加えてください。");
    }
}
