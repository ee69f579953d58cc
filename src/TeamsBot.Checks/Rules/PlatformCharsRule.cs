using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Characters that screen readers misread and some devices show as boxes: enclosed and squared characters, ㍻, №, half-width kana.
/// Variant kanji in names (髙, 﨑) are left alone.
/// </summary>
internal sealed partial class PlatformCharsRule : IRule
{
    public RuleInfo About { get; } = new("platform-chars", Category.PlatformChars, Severity.Hint, "asaka-6-2-2a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (Match match in Pattern().Matches(draft.Original))
        {
            var span = draft.AtOriginal(match);
            var plain = match.Value.Normalize(System.Text.NormalizationForm.FormKC);
            yield return About.Find(
                span,
                $"「{match.Value}」は、読み上げソフトや一部の端末で正しく伝わらないことがあります。",
                $"「{plain}」のように書き換えてください。");
        }
    }

    [GeneratedRegex(
        @"[\u2116\u2121\u3220-\u3243\u3280-\u33FF]+|[\uFF61-\uFF9F]+|[\u2160-\u217F]+|[\u2460-\u24FF]+",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Pattern();
}
