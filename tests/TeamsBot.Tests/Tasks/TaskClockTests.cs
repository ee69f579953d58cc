using TeamsBot.Checks.Dates;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Tasks;

/// <summary>The arithmetic of tasks over holidays and the turn of the year (rules.md 4, 6.1, 6.3).</summary>
public sealed class TaskClockTests
{
    private static readonly TaskCatalogue Catalogue = TaskCatalogue.Load();

    [Theory]
    // The vector of rules.md 6.3: the day is a holiday.
    [InlineData("2025-10-12", "2026-10-09", "2026-09-09 2026-10-02 2026-10-09", "2026-10-13", "2026-10-16")]
    // An opening day stays; the notice of thirty days falls on a Sunday.
    [InlineData("2025-12-08", "2026-12-08", "2026-11-06 2026-12-01 2026-12-08", "2026-12-09", "2026-12-15")]
    // Within the days around New Year: back to the last opening day; the head hears after them.
    [InlineData("2025-12-31", "2026-12-28", "2026-11-27 2026-12-21 2026-12-28", "2027-01-04", "2027-01-04")]
    [InlineData("2026-01-02", "2026-12-28", "2026-11-27 2026-12-21 2026-12-28", "2027-01-04", "2027-01-04")]
    // The citizens' holiday between two others, 22 September 2026.
    [InlineData("2025-09-22", "2026-09-18", "2026-08-19 2026-09-11 2026-09-18", "2026-09-24", "2026-09-25")]
    // 29 February has no day of its own a year later; that day is a Sunday.
    [InlineData("2024-02-29", "2025-02-28", "2025-01-29 2025-02-21 2025-02-28", "2025-03-03", "2025-03-07")]
    public void A_yearly_change_is_due_and_told_on_opening_days(string changed, string due, string notices, string head, string desk)
    {
        var row = Catalogue.Of("pw-yearly");
        var on = TaskClock.Due(row, Day(changed).AddMonths(12), OpeningDays.Default);
        on.ShouldBe(Day(due));
        var calls = TaskClock.Calls(row, on, Day(changed), OpeningDays.Default);
        calls.Where(call => call.Step == 0).Select(call => call.Day).ShouldBe(notices.Split(' ').Select(Day));
        calls.Where(call => call.Step > 0).Select(call => call.Day).ShouldBe([Day(head), Day(desk)]);
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-20", "2026-11-24")] // Friday; Monday is a holiday
    [InlineData("2026-11-21", "2026-11-24", "2026-11-25")] // Saturday: the next opening day, and the head the day after
    [InlineData("2026-12-29", "2027-01-04", "2027-01-05")]
    [InlineData("2026-12-28", "2026-12-28", "2027-01-04")]
    public void A_change_of_staff_is_due_the_same_opening_day_and_the_head_hears_on_the_next(string today, string due, string head)
    {
        var row = Catalogue.Of("pw-staff");
        var on = TaskClock.DueFrom(row, Day(today), OpeningDays.Default);
        on.ShouldBe(Day(due));
        TaskClock.Calls(row, on, Day(today), OpeningDays.Default).Take(2)
            .ShouldBe([new TaskCall(Day(due), 0), new TaskCall(Day(head), 1)]);
    }

    [Fact]
    public void What_comes_late_is_told_at_once_and_the_head_hears_no_earlier_than_a_day_after()
    {
        var calls = TaskClock.Calls(Catalogue.Of("pw-yearly"), Day("2026-03-02"), Day("2026-11-20"), OpeningDays.Default);
        calls.ShouldBe([new(Day("2026-11-20"), 0), new(Day("2026-11-24"), 1), new(Day("2026-11-27"), 2)]);
    }

    [Fact]
    public void The_head_is_asked_every_week_until_there_is_an_answer()
    {
        var due = Day("2026-12-14");
        TaskClock.Calls(Catalogue.Of("inactive"), due, due, OpeningDays.Default).Take(5).Select(call => call.Day).ShouldBe(
            [due, Day("2026-12-21"), Day("2026-12-28"), Day("2027-01-04"), Day("2027-01-12")]);
    }

    [Fact]
    public void No_row_calls_on_a_closed_day_or_its_first_people_more_than_three_times()
    {
        foreach (var row in Catalogue.Rows)
        {
            for (var day = Day("2026-01-01"); day < Day("2028-01-01"); day = day.AddDays(1))
            {
                var due = row.DueOpenDays is null
                    ? TaskClock.Due(row, day.AddMonths(12), OpeningDays.Default)
                    : TaskClock.DueFrom(row, day, OpeningDays.Default);
                OpeningDays.Default.IsOpen(due).ShouldBeTrue();
                var calls = TaskClock.Calls(row, due, day, OpeningDays.Default);
                calls.ShouldAllBe(call => OpeningDays.Default.IsOpen(call.Day) && call.Day >= day);
                // Only what is repeated until it is answered has no such limit (tochigi-5-4-2).
                var isRepeated = row is { RepeatDays: not null, Chain.Count: 1 };
                calls.Count(call => call.Step == 0).ShouldBeInRange(1, isRepeated ? int.MaxValue : TaskClock.MostCalls);
                calls.ShouldBe(calls.OrderBy(call => call.Step).ThenBy(call => call.Day));
                calls.ShouldBe(calls.OrderBy(call => call.Day).ThenBy(call => call.Step));
                OpeningDays.Default.IsOpen(TaskClock.Latest(row, due, OpeningDays.Default)).ShouldBeTrue();
                TaskClock.Latest(row, due, OpeningDays.Default).ShouldBeGreaterThan(due);
            }
        }
    }

    [Theory]
    [InlineData("2026-11-30", "2026-12-08", 6)]
    [InlineData("2026-12-28", "2027-01-04", 1)]
    [InlineData("2026-12-08", "2026-12-08", 0)]
    [InlineData("2026-12-09", "2026-12-08", 0)]
    public void Opening_days_left_do_not_count_today(string today, string due, int left) =>
        TaskClock.OpeningDaysUntil(Day(due), Day(today), OpeningDays.Default).ShouldBe(left);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
