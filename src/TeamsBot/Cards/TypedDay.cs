using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Cards;

/// <summary>
/// Reads a day however staff write it: 2026-12-15, 2026/12/15, 12月15日, 令和8年12月15日, R8.12.15, 12/15/2026, 明日; full width too. What may mean
/// two days (2/3/2026), does not exist, or contradicts its weekday is none: guessing a day would put it into the newspaper.
/// </summary>
internal static partial class TypedDay
{
    private const int MaxLength = 40;

    private const string Weekdays = "日月火水木金土";

    /// <summary>The first year of 令和 is 2019.</summary>
    private const int BeforeReiwa = 2018;

    /// <param name="today">A day without a year is the next one from here; 明日 counts from here.</param>
    public static DateOnly? Read(string typed, DateOnly today)
    {
        if (typed.Length > MaxLength) return null;
        var text = TurnRouter.Normal(typed).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (Spoken(text, today) is { } spoken) return spoken;
        var (rest, weekday) = Weekday(text);
        var day = YearFirst().Match(rest) is { Success: true } full ? Day(Year(full), Number(full, "m"), Number(full, "d"))
            : Compact().Match(rest) is { Success: true } digits ? Day(Number(digits, "y"), Number(digits, "m"), Number(digits, "d"))
            : YearLast().Match(rest) is { Success: true } foreign
                ? MonthOrDayFirst(Number(foreign, "a"), Number(foreign, "b"), Number(foreign, "y"))
            : WithoutYear().Match(rest) is { Success: true } near ? Next(Number(near, "m"), Number(near, "d"), today)
            : null;
        return day is { } found && weekday is { } named && Weekdays[(int)found.DayOfWeek] != named ? null : day;
    }

    /// <summary>As date fields and lists hold it: 2026-12-15; empty for none.</summary>
    public static string Write(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Spoken(string text, DateOnly today) => text switch
    {
        "今日" or "本日" or "きょう" or "TODAY" => today,
        "明日" or "あす" or "あした" or "TOMORROW" => today.AddDays(1),
        "明後日" or "あさって" => today.AddDays(2),
        _ => null,
    };

    private static (string Day, char? Name) Weekday(string text) =>
        BehindDay().Match(text) is { Success: true } match ? (text[..match.Index], match.Groups["w"].Value[0]) : (text, null);

    private static int Year(Match match)
    {
        var year = match.Groups["y"].Value == "元" ? 1 : Number(match, "y");
        return match.Groups["era"].Length > 0 ? BeforeReiwa + year : year;
    }

    /// <summary>Both orders are in use; only where one of them names no day, or both the same, it is clear.</summary>
    private static DateOnly? MonthOrDayFirst(int a, int b, int year) => (Day(year, a, b), Day(year, b, a)) switch
    {
        ({ } month, null) => month,
        (null, { } day) => day,
        ({ } month, { } day) when month == day => month,
        _ => null,
    };

    private static DateOnly? Next(int month, int day, DateOnly today)
    {
        // 29 February may be years ahead; further than four years nobody plans.
        for (var year = today.Year; year <= today.Year + 4; year++) if (Day(year, month, day) is { } next && next >= today) return next;
        return null;
    }

    private static DateOnly? Day(int year, int month, int day) =>
        year is >= 2000 and < 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<era>令和|R)?(?<y>元|[0-9]{1,4})(?:年|[-/.])(?<m>[0-9]{1,2})(?:月|[-/.])(?<d>[0-9]{1,2})日?$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex("^(?<y>20[0-9]{2})(?<m>[0-9]{2})(?<d>[0-9]{2})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Compact();

    [GeneratedRegex(
        "^(?<a>[0-9]{1,2})[-/.](?<b>[0-9]{1,2})[-/.](?<y>20[0-9]{2})$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex YearLast();

    [GeneratedRegex(
        "^(?<m>[0-9]{1,2})(?:月(?<d>[0-9]{1,2})日?|[-/](?<d>[0-9]{1,2}))$",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex WithoutYear();

    [GeneratedRegex(@"\(?(?<w>[日月火水木金土])(?:曜日?)?\)$|(?<w>[日月火水木金土])曜日?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BehindDay();
}
