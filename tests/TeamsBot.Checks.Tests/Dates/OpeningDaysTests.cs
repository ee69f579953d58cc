using TeamsBot.Checks.Dates;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Dates;

public sealed class OpeningDaysTests
{
    [Theory]
    [InlineData("2026-09-22", "2026-09-18")]
    [InlineData("2027-02-28", "2027-02-26")]
    [InlineData("2026-12-05", "2026-12-04")]
    [InlineData("2027-01-01", "2026-12-28")]
    [InlineData("2026-11-23", "2026-11-20")]
    [InlineData("2026-05-05", "2026-05-01")]
    [InlineData("2026-10-12", "2026-10-09")]
    [InlineData("2026-11-20", "2026-11-20")]
    public void The_previous_opening_day_skips_weekends_holidays_and_the_turn_of_the_year(string day, string expected) =>
        OpeningDays.Default.Previous(Day(day)).ShouldBe(Day(expected));

    [Theory]
    [InlineData("2026-12-29", "2027-01-04")]
    [InlineData("2026-11-21", "2026-11-24")]
    [InlineData("2026-05-02", "2026-05-07")]
    public void The_next_opening_day_skips_them_too(string day, string expected) =>
        OpeningDays.Default.Next(Day(day)).ShouldBe(Day(expected));

    [Theory]
    [RuleOf("asaka-annex-8")]
    [InlineData("2026-11-20T08:29", false)]
    [InlineData("2026-11-20T08:30", true)]
    [InlineData("2026-11-20T17:15", true)]
    [InlineData("2026-11-20T17:16", false)]
    [InlineData("2026-11-21T10:00", false)]
    [InlineData("2026-11-23T10:00", false)]
    [InlineData("2026-12-30T11:00", false)]
    public void Open_means_an_opening_day_and_its_hours(string instant, bool open) =>
        OpeningDays.Default.IsOpenAt(At(instant)).ShouldBe(open);

    [Theory]
    [InlineData("2026-11-21T20:00", "2026-11-24T08:30")]
    [InlineData("2026-11-20T07:00", "2026-11-20T08:30")]
    [InlineData("2026-11-20T18:00", "2026-11-24T08:30")]
    [InlineData("2026-12-29T10:00", "2027-01-04T08:30")]
    [InlineData("2026-11-20T10:00", "2026-11-20T10:00")]
    public void The_next_opening_is_found_from_any_instant(string from, string expected) =>
        OpeningDays.Default.NextOpening(At(from)).ShouldBe(At(expected));

    [Fact]
    public void Single_days_may_differ_and_a_table_without_an_opening_day_does_not_hang()
    {
        var days = OpeningDays.Default with
        {
            Exceptions = new Dictionary<DateOnly, bool> { [Day("2026-11-21")] = true, [Day("2026-11-20")] = false },
        };
        var never = OpeningDays.Default with { ClosedWeekdays = Enum.GetValues<DayOfWeek>().ToHashSet() };

        days.IsOpen(Day("2026-11-21")).ShouldBeTrue();
        days.IsOpen(Day("2026-11-20")).ShouldBeFalse();
        never.Next(Day("2026-11-20")).ShouldBe(Day("2026-11-20"));
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string instant) =>
        new(DateTime.ParseExact(instant, "yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), JapanTime.Offset);
}
