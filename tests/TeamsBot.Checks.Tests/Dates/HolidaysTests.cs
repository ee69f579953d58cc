using TeamsBot.Checks.Dates;

namespace TeamsBot.Checks.Tests.Dates;

public sealed class HolidaysTests
{
    [Theory]
    [InlineData("2026-01-01", "元日")]
    [InlineData("2026-05-06", "振替休日")]
    [InlineData("2026-09-21", "敬老の日")]
    [InlineData("2026-09-22", "国民の休日")]
    [InlineData("2026-09-23", "秋分の日")]
    [InlineData("2026-10-12", "スポーツの日")]
    [InlineData("2026-11-03", "文化の日")]
    [InlineData("2027-01-11", "成人の日")]
    [InlineData("2027-03-21", "春分の日")]
    [InlineData("2027-03-22", "振替休日")]
    [InlineData("2028-02-23", "天皇誕生日")]
    [InlineData("2024-02-12", "振替休日")]
    [InlineData("2019-04-30", "国民の休日")]
    [InlineData("2019-05-01", "即位の日")]
    [InlineData("2019-05-02", "国民の休日")]
    [InlineData("2019-05-06", "振替休日")]
    [InlineData("2019-10-22", "即位礼正殿の儀")]
    [InlineData("2020-07-24", "スポーツの日")]
    [InlineData("2021-08-09", "振替休日")]
    [InlineData("2018-12-24", "振替休日")]
    [InlineData("2015-09-22", "国民の休日")]
    [InlineData("2009-05-06", "振替休日")]
    [InlineData("2000-01-10", "成人の日")]
    [InlineData("1999-10-10", "体育の日")]
    public void A_holiday_has_its_name(string day, string name) => Holidays.Computed.NameOf(Day(day)).ShouldBe(name);

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2026-12-23")]
    [InlineData("2019-12-23")]
    [InlineData("2020-10-12")]
    [InlineData("2021-07-19")]
    [InlineData("2003-05-04")]
    [InlineData("2026-12-31")]
    [InlineData("1988-01-01")]
    public void Other_days_have_none(string day) => Holidays.Computed.NameOf(Day(day)).ShouldBeNull();

    [Fact]
    public void The_number_of_holidays_a_year_is_what_the_gazette_announced()
    {
        (int Year, int Count)[] announced = [(2023, 17), (2024, 21), (2025, 19), (2026, 18), (2027, 17)];
        foreach (var (year, count) in announced)
        {
            Enumerable
                .Range(0, 366)
                .Select(i => new DateOnly(year, 1, 1).AddDays(i))
                .Count(day => day.Year == year && Holidays.Computed.Contains(day))
                .ShouldBe(count, $"{year}");
        }
    }

    [Fact]
    public void An_administrators_entry_comes_before_the_computation()
    {
        var table = new Holidays(new Dictionary<DateOnly, string?> { [Day("2027-06-10")] = "特別な祝日", [Day("2027-07-19")] = null });

        table.NameOf(Day("2027-06-10")).ShouldBe("特別な祝日");
        table.NameOf(Day("2027-07-19")).ShouldBeNull();
        table.NameOf(Day("2027-08-11")).ShouldBe("山の日");
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
