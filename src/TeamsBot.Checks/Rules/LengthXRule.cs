using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A post for X is over its limit [asaka-3-2-3-1]. Says by how much and from which words on. Paid accounts with longer posts are not known
/// here.
/// </summary>
internal sealed class LengthXRule : IRule
{
    public RuleInfo About { get; } = new("length-x", Category.Length, Severity.Block, "asaka-3-2-3-1");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Medium != Medium.X) yield break;
        var length = XLength.Of(draft.Original);
        if (length.Weighted <= XLength.Limit) yield break;
        var span = new Span(length.FitsUntil, draft.Original.Length);
        var over = length.Weighted - XLength.Limit;
        var words = draft.Quote(span);
        var from = string.Concat(words.EnumerateRunes().Take(12).Select(rune => rune.ToString())).ReplaceLineEndings(" ");
        yield return About.Find(
            span,
            $"Xの文字数（全角140字・半角280字）を超えています。全角で約{(over + 1) / 2:N0}字（半角で{over:N0}字）多すぎます。「{from}」から後が入りません。",
            "文を短くするか、詳しい内容はリンク先に移してください。URLは長さにかかわらず半角23字として数えます。");
    }
}
