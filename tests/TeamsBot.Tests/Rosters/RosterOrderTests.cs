using TeamsBot.Checks.Dates;
using TeamsBot.Rosters;

namespace TeamsBot.Tests.Rosters;

/// <summary>The arithmetic of duty: the order that goes on, and which closings are long.</summary>
public sealed class RosterOrderTests
{
    [Theory]
    [InlineData("ABC", "ABC")]
    [InlineData("ABCA", "BCA")]
    [InlineData("ABAB", "AB")]
    [InlineData("AAB", "AB")]
    [InlineData("A", "A")]
    [InlineData("", "")]
    public void The_order_is_the_last_round(string weeks, string order) =>
        string.Concat(RosterOrder.Of([.. weeks.Select(name => new RosterPair($"{name}", null))]).Select(pair => pair.MainId)).ShouldBe(order);

    [Theory]
    // 2026-12-29 to 2027-01-03, told on Monday 28 December.
    [InlineData("2026-12-21", "2026-12-28", "2026-12-29", 6)]
    // 1 May 2027 is a Saturday; 3 to 5 May are holidays.
    [InlineData("2027-04-20", "2027-04-30", "2027-05-01", 5)]
    public void The_last_opening_day_before_a_long_closing_is_found(string today, string last, string first, int length)
    {
        var closing = LongClosing.Next(Day(today), OpeningDays.Default).ShouldNotBeNull();
        (closing.LastOpening, closing.First, closing.Days.Count).ShouldBe((Day(last), Day(first), length));
    }

    [Theory]
    // 21 to 23 November 2026 are three days: an ordinary long weekend.
    [InlineData("2026-11-16")]
    [InlineData("2026-06-01")]
    public void A_weekend_with_a_holiday_is_not_long(string today) => LongClosing.Next(Day(today), OpeningDays.Default).ShouldBeNull();

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
