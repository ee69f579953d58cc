namespace TeamsBot.Checks.Dates;

/// <summary>Dates as Japanese offices write and read them.</summary>
public static class JapaneseDate
{
    private const string Days = "日月火水木金土";

    public static char Weekday(DateOnly date) => Days[(int)date.DayOfWeek];

    public static char Weekday(DayOfWeek day) => Days[(int)day];

    /// <summary>The day of the week for one of 日月火水木金土; null for any other character.</summary>
    public static DayOfWeek? ParseWeekday(char c) => Days.IndexOf(c, StringComparison.Ordinal) is var at and >= 0 ? (DayOfWeek)at : null;

    /// <summary>For example 2026年12月5日(土).</summary>
    public static string Print(DateOnly date) => $"{date.Year}年{date.Month}月{date.Day}日({Weekday(date)})";

    /// <summary>For example 12月5日(土).</summary>
    public static string PrintShort(DateOnly date) => $"{date.Month}月{date.Day}日({Weekday(date)})";

    /// <summary>The date, or null where the calendar has none.</summary>
    public static DateOnly? Create(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>A number written in digits or in kanji numerals up to 99 (十二, 二十四, 元 is 1); null for anything else.</summary>
    public static int? Number(string written)
    {
        if (written == "元") return 1;
        if (written.Length is > 0 and <= 4 && written.All(char.IsAsciiDigit))
            return int.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
        const string digits = "〇一二三四五六七八九";
        var ten = written.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return written.Length == 1 && digits.IndexOf(written[0], StringComparison.Ordinal) is var one and >= 0 ? one : null;
        var tens = ten == 0 ? 1 : ten == 1 ? digits.IndexOf(written[0], StringComparison.Ordinal) : -1;
        var ones = ten == written.Length - 1 ? 0 : ten == written.Length - 2 ? digits.IndexOf(written[^1], StringComparison.Ordinal) : -1;
        return tens < 1 || ones < 0 ? null : (tens * 10) + ones;
    }
}
