using System.Globalization;
using TeamsBot.Checks.Dates;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>When the organisation, or an account, is open, in Japan's time. Which days are holidays is computed elsewhere.</summary>
/// <param name="ClosedOnHolidays">National holidays, substitute holidays included.</param>
/// <param name="YearEnd">The closed days around New Year, or null.</param>
internal sealed record OpeningHours(
    IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To, bool ClosedOnHolidays, YearEndClosure? YearEnd, Basis Basis)
{
    private static readonly Words<DayOfWeek> DayWords = new(
        ("mon", DayOfWeek.Monday, "月", "Monday"),
        ("tue", DayOfWeek.Tuesday, "火", "Tuesday"),
        ("wed", DayOfWeek.Wednesday, "水", "Wednesday"),
        ("thu", DayOfWeek.Thursday, "木", "Thursday"),
        ("fri", DayOfWeek.Friday, "金", "Friday"),
        ("sat", DayOfWeek.Saturday, "土", "Saturday"),
        ("sun", DayOfWeek.Sunday, "日", "Sunday")
    );

    public static OpeningHours Read(MapReader from)
    {
        var read = new OpeningHours(
            from.WordList("days", DayWords), from.Time("from"), from.Time("to"), from.Flag("closed_on_holidays", true),
            from.OptionalMap("year_end", YearEndClosure.Read), Basis.Read(from));
        if (read.Days.Count == 0) from.Refuse("days", "開庁する曜日を一つ以上書いてください。", "State at least one day.");
        if (from.Has("from") && from.Has("to") && read.To <= read.From)
            from.Refuse("to", "終わりの時刻が始まりより前です。", "The end is not after the start.");
        return read;
    }

    /// <summary>The same as the content checks and schedules compute with.</summary>
    public OpeningDays ToOpeningDays() => new()
    {
        Opens = From,
        Closes = To,
        ClosedWeekdays = Enum.GetValues<DayOfWeek>().Except(Days).ToHashSet(),
        ClosedOnHolidays = ClosedOnHolidays,
        YearEnd = YearEnd is { } closed ? (closed.First, closed.Last) : null,
    };
}

/// <summary>The days an organisation is closed around New Year, both ends included: 12-29 to 01-03.</summary>
internal sealed record YearEndClosure(MonthDay First, MonthDay Last)
{
    public static YearEndClosure Read(MapReader from) => new(Day(from, "from"), Day(from, "to"));

    private static MonthDay Day(MapReader from, string name)
    {
        var text = from.Text(name);
        // 2000 is a leap year, so that 02-29 can be written.
        if (DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return new(day.Month, day.Day);
        if (text.Length > 0) from.Refuse(name, "\"12-29\" の形の月日を書いてください。", "Write a month and day such as \"12-29\".");
        return default;
    }
}

/// <summary>When posts may go out. Null in a pack: the guideline sets no hours.</summary>
/// <param name="Rule">In the guideline's sense, for messages: 業務時間内を原則とする.</param>
/// <param name="Exempt">What may go out at any time.</param>
internal sealed record PostingHours(string Rule, IReadOnlyList<string> Exempt, Basis Basis)
{
    public static PostingHours Read(MapReader from) => new(from.Text("rule"), from.Texts("exempt"), Basis.Read(from));
}
