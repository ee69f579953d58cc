using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>When the organisation, or an account, is open, in Japan's time. Which days are holidays is computed elsewhere.</summary>
/// <param name="ClosedOnHolidays">National holidays, substitute holidays included.</param>
/// <param name="YearEnd">The closed days around New Year, or null.</param>
internal sealed record OpeningHours(
    IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To, bool ClosedOnHolidays, YearEndClosure? YearEnd, Basis Basis)
{
    private static readonly Words<DayOfWeek> DayWords = new(
        ("mon", DayOfWeek.Monday, "月", "Monday"), ("tue", DayOfWeek.Tuesday, "火", "Tuesday"), ("wed", DayOfWeek.Wednesday, "水", "Wednesday"),
        ("thu", DayOfWeek.Thursday, "木", "Thursday"), ("fri", DayOfWeek.Friday, "金", "Friday"), ("sat", DayOfWeek.Saturday, "土", "Saturday"),
        ("sun", DayOfWeek.Sunday, "日", "Sunday"));

    public static OpeningHours Read(MapReader from)
    {
        var read = new OpeningHours(
            from.WordList("days", DayWords), from.Time("from"), from.Time("to"), from.Flag("closed_on_holidays", true),
            from.OptionalMap("year_end", YearEndClosure.Read), Basis.Read(from));
        if (read.Days.Count == 0) from.Refuse("days", "開庁する曜日を一つ以上書いてください。", "State at least one day.");
        if (from.Has("from") && from.Has("to") && read.To <= read.From) from.Refuse("to", "終わりの時刻が始まりより前です。", "The end is not after the start.");
        return read;
    }
}

/// <summary>A span that may cross New Year, both ends closed: 12-29 to 01-03.</summary>
internal sealed record YearEndClosure(MonthDay From, MonthDay To)
{
    public static YearEndClosure Read(MapReader from) => new(MonthDay.Read(from, "from"), MonthDay.Read(from, "to"));

    public bool Contains(DateOnly day)
    {
        var at = new MonthDay(day.Month, day.Day);
        return From.CompareTo(To) <= 0
            ? at.CompareTo(From) >= 0 && at.CompareTo(To) <= 0
            : at.CompareTo(From) >= 0 || at.CompareTo(To) <= 0;
    }
}

/// <summary>A day of any year.</summary>
internal readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
{
    public static MonthDay Read(MapReader from, string name)
    {
        var text = from.Text(name);
        // 2000 is a leap year, so that 02-29 can be written.
        if (DateOnly.TryParseExact($"2000-{text}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day))
            return new(day.Month, day.Day);
        if (text.Length > 0) from.Refuse(name, "\"12-29\" の形の月日を書いてください。", "Write a month and day such as \"12-29\".");
        return default;
    }

    public int CompareTo(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day));

    public static bool operator <(MonthDay left, MonthDay right) => left.CompareTo(right) < 0;

    public static bool operator >(MonthDay left, MonthDay right) => left.CompareTo(right) > 0;

    public static bool operator <=(MonthDay left, MonthDay right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MonthDay left, MonthDay right) => left.CompareTo(right) >= 0;
}

/// <summary>When posts may go out. Null in a pack: the guideline sets no hours.</summary>
/// <param name="Rule">In the guideline's sense, for messages: 業務時間内を原則とする.</param>
/// <param name="Exempt">What may go out at any time.</param>
internal sealed record PostingHours(string Rule, IReadOnlyList<string> Exempt, Basis Basis)
{
    public static PostingHours Read(MapReader from) => new(from.Text("rule"), from.Texts("exempt"), Basis.Read(from));
}
