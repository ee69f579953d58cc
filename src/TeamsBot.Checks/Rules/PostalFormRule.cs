using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>A postal code that is not three and four digits. Seven digits in a row are how some write it, and fine.</summary>
internal sealed partial class PostalFormRule : IRule
{
    public RuleInfo About { get; } = new("postal-form", Category.PostalAddress, Severity.Block, "asaka-6-2-1b");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (Match match in Pattern().Matches(draft.Normal))
        {
            var digits = match.Groups["head"].Length + match.Groups["tail"].Length;
            var right = match.Groups["tail"].Success ? match.Groups["head"].Length == 3 && match.Groups["tail"].Length == 4 : digits == 7;
            if (right) continue;
            var span = draft.At(match);
            var what = digits == 7 ? "区切りは3けた-4けたです。" : $"{digits}けたです（郵便番号は7けたです）。";
            yield return About.Find(span, $"「{draft.Quote(span)}」は郵便番号として正しくありません。{what}番号を確認してください。");
        }
    }

    [GeneratedRegex(
        @"(?:〒|郵便番号\s?:?)\s?(?<head>[0-9]{1,8})(?:\s?[\-‐‑–—―−ー]\s?(?<tail>[0-9]{0,8}))?(?![0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Pattern();
}
