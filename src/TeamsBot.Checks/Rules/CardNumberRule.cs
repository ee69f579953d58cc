using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Payment card numbers: 14 to 16 digits with the leading digits of a card brand and a valid Luhn check digit (ISO/IEC 7812). Product codes
/// and account numbers fail one of the two; addresses of the web are not read.
/// </summary>
internal sealed partial class CardNumberRule : IRule
{
    public RuleInfo About { get; } = new("card-number", Category.PersonalInfo, Severity.Stop, "asaka-5-3-9");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (Match match in Digits().Matches(draft.Normal))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (draft.InUrl(match.Index) || Touches(draft.Normal, match) || !HasBrand(digits) || !Luhn(digits)) continue;
            yield return About.Find(draft.At(match), "クレジットカードの番号として成り立つ数字があります。", "数字を消してください。");
        }
    }

    internal static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            if (i % 2 == 1 && (digit *= 2) > 9) digit -= 9;
            sum += digit;
        }

        return sum % 10 == 0;
    }

    private static bool HasBrand(string digits) => digits.Length switch
    {
        16 => digits[0] is '4'
            || digits[..2] is "35" or "51" or "52" or "53" or "54" or "55" or "62"
            || digits[..4] is "6011"
            || string.CompareOrdinal(digits[..4], "2221") >= 0 && string.CompareOrdinal(digits[..4], "2720") <= 0,
        15 => digits[..2] is "34" or "37",
        14 => digits[..2] is "36" or "38" or "39" || digits[..3] is "300" or "301" or "302" or "303" or "304" or "305",
        _ => false,
    };

    private static bool Touches(string text, Capture match)
    {
        var (before, after) = (match.Index - 1, match.Index + match.Length);
        return (before >= 0 && char.IsAsciiLetterOrDigit(text[before])) || (after < text.Length && char.IsAsciiLetterOrDigit(text[after]));
    }

    [GeneratedRegex(
        @"\d{4}[ \-]?\d{4}[ \-]?\d{4}[ \-]?\d{4}|\d{4}[ \-]?\d{6}[ \-]?\d{4,5}",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Digits();
}
