using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A classification label in the text. A label of the pack's forbidden set stops the draft; the same label under another pack may be fine.
/// A label of a scheme the pack does not know is an internal mark that does not belong into a post, and holds it back. Full-width digits,
/// Roman numerals and kanji numbers are one label.
/// </summary>
internal sealed partial class SecrecyClassRule : IRule
{
    public RuleInfo About { get; } =
        new(
            "secrecy-class",
            Category.Confidential,
            Severity.Block,
            "tochigi-6-1-1",
            "ward-4-11",
            "yamaguchi-3-1-4b",
            "ward-2-2a",
            "asaka-5-3-7"
        );

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (Match match in Pattern().Matches(draft.Normal))
        {
            var scheme = match.Groups["scheme"].Value;
            var label = Canonical(match.Groups["label"].Value);
            var orMore = match.Groups["more"].Success;
            var known = context.Policy.Secrecy.FirstOrDefault(policy => policy.Scheme == scheme);
            var forbidden =
                known is not null
                && known.Forbidden.Any(one => Canonical(one) == label || (orMore && string.CompareOrdinal(Canonical(one), label) > 0));
            if (known is not null && !forbidden) continue;
            if (
                Explains()
                    .IsMatch(draft.Normal[(match.Index + match.Length)..Math.Min(draft.Normal.Length, match.Index + match.Length + 20)])
            )
                continue;
            var span = draft.At(match);
            if (forbidden && known!.UnlessReleasePlanned && context.ReleasePlanned)
            {
                yield return About.Find(span, $"「{draft.Quote(span)}」とあります。公表が決まっている情報であることを確認し、区分の表示を削除してください。", severity: Severity.Warn);
                continue;
            }

            yield return forbidden
                ? About.Find(
                    span,
                    $"「{draft.Quote(span)}」とあります。{scheme}がこの区分の情報は、ソーシャルメディアで発信できません。情報の区分を確認し、該当する内容を削除してください。",
                    severity: Severity.Stop
                )
                : About.Find(
                    span,
                    $"「{draft.Quote(span)}」は庁内の情報区分の表示です。公表してよい情報かを確認し、表示を削除してください。"
                );
        }
    }

    /// <summary>Arabic, Roman (NFKC makes them letters) and kanji numbers as one spelling.</summary>
    internal static string Canonical(string label) => NormalView.Of(label.Trim()).ToUpperInvariant() switch
    {
        "1" or "I" or "一" or "L" => "1",
        "2" or "II" or "二" or "ニ" => "2",
        "3" or "III" or "三" => "3",
        "4" or "IV" or "四" => "4",
        var other => other,
    };

    [GeneratedRegex(
        @"(?<scheme>機密性|情報区分|完全性区分|秘密区分)\s?(?:レベル|区分|ランク)?\s?[:=はがのー\-「『(]?\s?(?<label>I{1,3}|[1-4]|"
            + @"[一二三四])(?![0-9])\s?[」』)]?(?<more>以上)?(?:の?(?:非公開)?(?:情報|資料|文書|データ|扱い))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Pattern();

    /// <summary>The public explanation of the rule itself, for example in a policy: 機密性2以上の情報は発信しません.</summary>
    [GeneratedRegex(@"^[^。\n]{0,6}は[^。\n]{0,8}(?:発信しません|投稿しません|掲載しません|扱いません|取り扱いません|発信できません)", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Explains();
}
