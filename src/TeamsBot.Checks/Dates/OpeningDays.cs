namespace TeamsBot.Checks.Dates;

/// <summary>
/// Which days an organisation is open and its hours. Closed: the given weekdays, national holidays, the turn of the year, and what an
/// administrator adds. Feeds posting hours and every schedule that moves to an opening day.
/// </summary>
public sealed record OpeningDays
{
    public static readonly OpeningDays Default = new();

    public Holidays Holidays { get; init; } = Holidays.Computed;

    public IReadOnlySet<DayOfWeek> ClosedWeekdays { get; init; } = new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday };

    public bool ClosedOnHolidays { get; init; } = true;

    /// <summary>First and last day (month, day) of the closing at the turn of the year; null when the organisation has none.</summary>
    public (MonthDay First, MonthDay Last)? YearEnd { get; init; } = (new(12, 29), new(1, 3));

    /// <summary>Single days that differ from the rule: true is open, false is closed.</summary>
    public IReadOnlyDictionary<DateOnly, bool> Exceptions { get; init; } = new Dictionary<DateOnly, bool>();

    public TimeOnly Opens { get; init; } = new(8, 30);

    /// <summary>The last minute still counts as open.</summary>
    public TimeOnly Closes { get; init; } = new(17, 15);

    public bool IsOpen(DateOnly date)
    {
        if (Exceptions.TryGetValue(date, out var open)) return open;
        return !ClosedWeekdays.Contains(date.DayOfWeek) && !(ClosedOnHolidays && Holidays.Contains(date)) && !InYearEnd(date);
    }

    /// <summary>The latest opening day on or before a day.</summary>
    public DateOnly Previous(DateOnly date) => Step(date, -1);

    /// <summary>The earliest opening day on or after a day.</summary>
    public DateOnly Next(DateOnly date) => Step(date, 1);

    /// <summary>True within opening hours of an opening day, Japan's time.</summary>
    public bool IsOpenAt(DateTimeOffset instant)
    {
        var time = JapanTime.TimeOf(instant);
        return IsOpen(JapanTime.DateOf(instant)) && time >= Opens && time <= Closes;
    }

    /// <summary>The first instant from the given one on that lies in opening hours.</summary>
    public DateTimeOffset NextOpening(DateTimeOffset instant)
    {
        if (IsOpenAt(instant)) return instant;
        var date = JapanTime.DateOf(instant);
        if (!(IsOpen(date) && JapanTime.TimeOf(instant) < Opens)) date = Next(date.AddDays(1));
        return new DateTimeOffset(date.ToDateTime(Opens), JapanTime.Offset);
    }

    /// <summary>Why a day is closed, for a person to read; null on an opening day.</summary>
    public string? WhyClosed(DateOnly date) =>
        IsOpen(date) ? null
        : Exceptions.ContainsKey(date) ? "臨時の閉庁日"
        : ClosedOnHolidays && Holidays.NameOf(date) is { } name ? $"祝日（{name}）"
        : ClosedWeekdays.Contains(date.DayOfWeek) ? $"{JapaneseDate.Weekday(date)}曜日"
        : "年末年始の閉庁日";

    private bool InYearEnd(DateOnly date)
    {
        if (YearEnd is not { } closed) return false;
        var day = new MonthDay(date.Month, date.Day);
        return closed.First <= closed.Last ? day >= closed.First && day <= closed.Last : day >= closed.First || day <= closed.Last;
    }

    /// <summary>Ends after a year without an opening day, so that a mistaken table cannot hang the caller.</summary>
    private DateOnly Step(DateOnly date, int by)
    {
        var day = date;
        for (var i = 0; i < 366; i++)
        {
            if (IsOpen(day)) return day;
            if (day == (by < 0 ? DateOnly.MinValue : DateOnly.MaxValue)) break;
            day = day.AddDays(by);
        }

        return date;
    }
}

/// <summary>A day of any year.</summary>
public readonly record struct MonthDay(int Month, int Day) : IComparable<MonthDay>
{
    public int CompareTo(MonthDay other) => ((Month * 100) + Day).CompareTo((other.Month * 100) + other.Day);

    public static bool operator <(MonthDay left, MonthDay right) => left.CompareTo(right) < 0;

    public static bool operator >(MonthDay left, MonthDay right) => left.CompareTo(right) > 0;

    public static bool operator <=(MonthDay left, MonthDay right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MonthDay left, MonthDay right) => left.CompareTo(right) >= 0;
}
