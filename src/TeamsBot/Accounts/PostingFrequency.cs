using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TeamsBot.Accounts;

/// <summary>
/// How often an account posts, read from the words of its policy (yamaguchi-3-1-5): 週1回, 隔週, 毎日, 10日に1回. Of several it takes the
/// first; words that name no rhythm (随時) say nothing.
/// </summary>
internal static partial class PostingFrequency
{
    private const string KanjiDigits = "〇一二三四五六七八九";

    /// <summary>From so many days on closed days count as well: who posts several times a week rests with the office.</summary>
    private const int Week = 7;

    /// <summary>The longest time between two posts, in days, rounded up; null where the words do not say.</summary>
    public static int? DaysOf(string? words)
    {
        if (words is null) return null;
        var plain = string.Concat(Tens().Replace(words.Normalize(NormalizationForm.FormKC), Ten).ToLowerInvariant().Select(Digit));
        return Rhythm().Match(plain) is { Success: true } match ? Days(match) : null;
    }

    /// <summary>Whether an account that last spoke on a day has been silent for longer than the words promise.</summary>
    /// <param name="isOpen">Whether the office is open on a day.</param>
    public static bool IsOver(string? words, DateOnly since, DateOnly today, Func<DateOnly, bool> isOpen)
    {
        if (DaysOf(words) is not { } most) return false;
        var passed = today.DayNumber - since.DayNumber;
        return passed > most
            && (most >= Week || Enumerable.Range(1, passed).Count(day => isOpen(since.AddDays(day))) > most);
    }

    private static int? Days(Match match)
    {
        var span = match.Groups["span"].Success ? Number(match.Groups["span"].Value) : 1;
        var times = match.Groups["times"].Success ? Number(match.Groups["times"].Value) : 1;
        return span > 0 && times > 0 ? (int)Math.Ceiling(span * LengthOf(match.Groups["unit"].Value) / (double)times) : null;
    }

    private static int Number(string digits) => digits switch
    {
        "once" => 1,
        "twice" => 2,
        _ => int.Parse(digits, CultureInfo.InvariantCulture),
    };

    private static int LengthOf(string unit) => unit switch
    {
        "日" or "day" or "daily" => 1,
        "隔日" => 2,
        "週" or "週間" or "week" or "weekly" => Week,
        "隔週" or "biweekly" or "bi-weekly" => 2 * Week,
        "隔月" => 62,
        "4半期" => 92,
        "半年" => 183,
        "年" or "year" or "yearly" => 366,
        _ => 31,
    };

    private static char Digit(char letter) => KanjiDigits.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var digit
        ? (char)('0' + digit)
        : letter;

    /// <summary>十日 is 10, 二十 is 20, 十五 is 15: what stands beside it makes the other digit.</summary>
    private static string Ten(Match ten) => (ten.Groups["before"].Success ? "" : "1") + (ten.Groups["after"].Success ? "" : "0");

    [GeneratedRegex(
        "(?<before>(?<=[一二三四五六七八九]))?十(?<after>(?=[一二三四五六七八九]))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tens();

    /// <summary>
    /// In this order: 2週間に1回, 3日に2回, 半年に1回; 週2回, 月に1~2回 (the fewer count), 隔月1回; 毎日, 隔週, weekly; twice a month. A unit whose
    /// own number or half is not understood says nothing. Numbers have two digits at most.
    /// </summary>
    [GeneratedRegex(
        @"(?<!\d)(?<span>\d{1,2})((?<unit>日|週間|週|年)|[かヶヵケカ箇](?<unit>月)|(?<unit>月))に(?<times>\d{1,2})[回度]"
            + @"|(?<unit>半年|4半期)に(?<times>\d{1,2})[回度]"
            + @"|(?<![\d十かヶヵケカ箇隔半])(1|毎)?(?<unit>日|週|月|年)(間)?(に|あたり)?(?<times>\d{1,2})([~〜-]\d{1,2})?[回度]"
            + @"|毎(?<unit>日|週|月|年)|(?<unit>隔週|隔月|隔日|bi-?weekly|daily|weekly|monthly|yearly)"
            + @"|(?<times>once|twice|\d{1,2})( times)? (a|per) (?<unit>day|week|month|year)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rhythm();
}
