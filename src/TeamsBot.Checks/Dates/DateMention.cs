using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Dates;

/// <summary>How a date was written; some rules trust some forms less (1/2 may be a fraction).</summary>
internal enum DateForm
{
    /// <summary>12月5日, with or without a year.</summary>
    Kanji,

    /// <summary>2026/12/24, 2026-12-24, R8.12.24.</summary>
    YearFirst,

    /// <summary>12/5 or 12.5 without a year.</summary>
    Slash,

    /// <summary>Only the day: the second one of 12月5日・6日, or 6日(日) under a heading that names the month.</summary>
    DayOnly,

    /// <summary>来月5日.</summary>
    RelativeMonth,

    /// <summary>December 24.</summary>
    English,
}

/// <summary>A date as the writer put it, with the day it means once <see cref="DateReader"/> has settled the year.</summary>
/// <param name="Piece">From the year to the end of the weekday, in the normalised text.</param>
/// <param name="Core">The date without the weekday.</param>
/// <param name="Year">The calendar year, when one was written.</param>
internal sealed record DateMention(DateForm Form, Piece Piece, Piece Core, int? Year, int Month, int Day)
{
    /// <summary>The printed weekday; null when none, or when several share one bracket and were not told apart.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>Where the weekday letter itself stands, for a one-tap fix.</summary>
    public Piece? WeekdayAt { get; init; }

    /// <summary>The bracket says 祝 (but not 休).</summary>
    public bool MarkedHoliday { get; init; }

    /// <summary>Years to add to the year of posting, for 来年 and 昨年; null when not written so.</summary>
    public int? YearOffset { get; init; }

    /// <summary>Continues the mention before it: 12月5日・6日, 12月5日〜6日.</summary>
    public bool Continues { get; init; }

    /// <summary>The day meant; null when the calendar has none or the text does not tell.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The year was not written and had to be assumed.</summary>
    public bool YearAssumed { get; init; }
}
