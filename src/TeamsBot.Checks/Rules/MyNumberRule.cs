using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Twelve digits whose last is the check digit of an Individual Number (ordinance on the Individual Number, article 5; outside the
/// guidelines); with another last digit it is asked about where the text calls it one. The 13 digits of a corporate number, a longer run of
/// digits, an address of the web and a time stamp are not meant.
/// </summary>
internal sealed partial class MyNumberRule : IRule
{
    private static readonly SearchValues<string> Named = SearchValues.Create(
        ["マイナンバー", "個人番号", "My Number", "MyNumber"],
        StringComparison.OrdinalIgnoreCase
    );

    public RuleInfo About { get; } = new("my-number", Category.PersonalInfo, Severity.Stop, "asaka-5-3-9");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (Match match in TwelveDigits().Matches(draft.Normal))
        {
            var number = match.Groups["number"];
            var digits = string.Concat(number.Value.Where(char.IsAsciiDigit));
            if (draft.InUrl(number.Index) || PartOfLonger(draft.Normal, number)) continue;
            var sentence = draft.SentenceAt(number.Index);
            var named = draft.Normal.AsSpan(sentence.Start, sentence.Length).ContainsAny(Named);
            var otherwise = HasOtherName(draft.Normal, number.Index);
            if (!IsIndividualNumber(digits))
            {
                if (named && !otherwise) yield return Doubtful(draft, number);
                continue;
            }

            if (!named && (otherwise || IsTimeStamp(digits))) continue;
            yield return About.Find(
                draft.At(number),
                "マイナンバー（個人番号）として成り立つ12桁の数字があります。公表も収集もできません。",
                "数字を消してください。");
        }
    }

    /// <summary>Called an Individual Number and yet none: mistyped, or made up as an example.</summary>
    private Finding Doubtful(DraftText draft, Capture number) =>
        About.Find(
            draft.At(number),
            "「マイナンバー」という言葉のそばに、12桁の数字があります。",
            "実在の番号や、その打ち間違いであれば消してください。見本であれば、見本と分かる書き方（0000など）にしてください。",
            severity: Severity.Warn);

    /// <summary>The check digit: weights 2 to 7 from the right, modulo 11, and 0 where the remainder is 0 or 1.</summary>
    internal static bool IsIndividualNumber(string digits)
    {
        if (digits.Length != 12 || digits.Distinct().Count() == 1) return false;
        var sum = 0;
        for (var n = 1; n <= 11; n++) sum += (digits[11 - n] - '0') * (n <= 6 ? n + 1 : n - 5);
        var rest = sum % 11;
        return digits[11] - '0' == (rest <= 1 ? 0 : 11 - rest);
    }

    private static bool IsTimeStamp(string digits) =>
        DateTime.TryParseExact(digits, "yyyyMMddHHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
        && at.Year is >= 1990 and <= 2099;

    /// <summary>
    /// A number that the text itself calls something else: an account for payments, a parcel, a product, an international phone number.
    /// </summary>
    private static bool HasOtherName(string text, int at) =>
        OtherName().IsMatch(text.AsSpan(Math.Max(0, at - 14), Math.Min(14, at)));

    private static bool PartOfLonger(string text, Capture number)
    {
        var (before, after) = (number.Index - 1, number.Index + number.Length);
        return (before >= 0 && (char.IsAsciiLetterOrDigit(text[before]) || text[before] is '-' or '.' or '#' or '_' or '/'))
            || (
                after < text.Length
                && (
                    char.IsAsciiLetterOrDigit(text[after])
                    || (text[after] is '-' && after + 1 < text.Length && char.IsAsciiDigit(text[after + 1]))
                )
            );
    }

    [GeneratedRegex(
        @"(?<number>\d{4}[ \-]?\d{4}[ \-]?\d{4})",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex TwelveDigits();

    [GeneratedRegex(
        @"(法人番号|伝票|追跡|受付番号|管理番号|注文|商品番号|JAN|ISBN|お客様番号|収納機関|納付番号|確認番号|\+81|FAX番号|ミーティングID|会議ID|ID)[^\d]{0,6}$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex OtherName();
}
