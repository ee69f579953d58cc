using System.Globalization;

namespace TeamsBot.Cards;

/// <summary>
/// Instants and days as staff read them: Japan's time, with the weekday. Formatted on the server, because clients' own date macros follow
/// the device's zone and language (protocol.md 3.10).
/// </summary>
internal static class JapaneseTime
{
    private const string Weekdays = "日月火水木金土";

    /// <summary>Japan's offset. There has been no daylight saving time since 1951.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    /// <summary>
    /// For example <c>11/24(火) 15:00</c> or <c>Tue 24 Nov 15:00</c>; with the year where it is not the year of <paramref name="now"/>.
    /// </summary>
    public static string Format(DateTimeOffset at, DateTimeOffset now, CardLanguage language = CardLanguage.Ja)
    {
        var (local, today) = (at.ToOffset(Offset), now.ToOffset(Offset));
        return $"{Format(DateOnly.FromDateTime(local.DateTime), today.Year, language)}"
            + $" {local.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    public static string Format(DateOnly day, int thisYear, CardLanguage language = CardLanguage.Ja)
    {
        var isThisYear = day.Year == thisYear;
        return language == CardLanguage.En
            ? day.ToString(isThisYear ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture)
            : $"{day.ToString(isThisYear ? "M/d" : "yyyy/M/d", CultureInfo.InvariantCulture)}({Weekdays[(int)day.DayOfWeek]})";
    }

    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);

    /// <summary>
    /// The instant of a card's date and time fields in any form that people type, or null where one is missing or not clear.
    /// </summary>
    public static DateTimeOffset? Parse(string date, string time, DateTimeOffset now) =>
        TypedDay.Read(date, DateOf(now)) is { } day && TypedClock.Read(time) is { } clock
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset) + clock
            : null;

    public static string DateField(DateTimeOffset at) => TypedDay.Write(DateOf(at));

    public static string TimeField(DateTimeOffset at) => at.ToOffset(Offset).ToString("HH:mm", CultureInfo.InvariantCulture);
}
