using TeamsBot.Checks.Dates;
using TeamsBot.OfficeDays;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.OfficeDays;

/// <summary>Every day of 2020 to 2027 as the law has it, and the desk's own days on top of it (rules.md 6.1).</summary>
public sealed class OfficeCalendarTests
{
    private const string Tenant = "aaaaaaaa-0000-4000-8000-000000000001";

    /// <summary>What the desk entered, with what it makes of the day: its holiday's name, and whether the office is open.</summary>
    private static readonly (DateOnly Day, CalendarDayKind Kind, string Name, string? Holiday, bool IsOpen)[] Entered =
    [
        // Closed: an ordinary Monday, a day that is closed anyway, and the eve of the turn of the year.
        (new(2020, 7, 6), CalendarDayKind.Closed, "設備点検", null, false),
        (new(2021, 8, 8), CalendarDayKind.Closed, "設備点検", "山の日", false),
        (new(2023, 12, 28), CalendarDayKind.Closed, "庁舎移転", null, false),
        // Open: a Saturday, a Sunday, a holiday, a substitute holiday, the citizens' holiday, and a day at the turn of the year.
        (new(2022, 4, 2), CalendarDayKind.Open, "転入の受付", null, true),
        (new(2026, 3, 29), CalendarDayKind.Open, "転入の受付", null, true),
        (new(2024, 2, 23), CalendarDayKind.Open, "確定申告", "天皇誕生日", true),
        (new(2025, 2, 24), CalendarDayKind.Open, "確定申告", "振替休日", true),
        (new(2026, 9, 22), CalendarDayKind.Open, "選挙事務", "国民の休日", true),
        (new(2027, 1, 3), CalendarDayKind.Open, "二十歳の集い", null, true),
        // A holiday by a law to come, on a weekday and on a Sunday; one that is none any more, on a weekday, a Saturday and 元日.
        (new(2027, 6, 1), CalendarDayKind.Holiday, "市民の日", "市民の日", false),
        (new(2027, 6, 6), CalendarDayKind.Holiday, "市民の日", "市民の日", false),
        (new(2027, 7, 19), CalendarDayKind.NoHoliday, "", null, true),
        (new(2023, 2, 11), CalendarDayKind.NoHoliday, "", null, false),
        (new(2027, 1, 1), CalendarDayKind.NoHoliday, "", null, false),
    ];

    [Fact]
    public void The_table_itself_has_as_many_holidays_as_each_year_had() =>
        LawfulDays.Holidays.Keys.GroupBy(day => day.Year).ToDictionary(year => year.Key, year => year.Count()).ShouldBe(LawfulDays.CountOf);

    [Fact]
    public void Every_day_is_open_or_closed_and_named_as_in_the_table_of_the_law() =>
        LawfulDays.Days.Where(day => !IsAs(OfHours, day, LawfulDays.NameOf(day), LawfulDays.IsOpen(day))).ShouldBeEmpty();

    [Fact]
    public void The_opening_days_around_every_day_are_those_of_the_table()
    {
        foreach (var day in LawfulDays.Days.Where(day => day > new DateOnly(2020, 1, 5) && day < new DateOnly(2027, 12, 28)))
            (OfHours.Previous(day), OfHours.Next(day)).ShouldBe((LawfulDays.Previous(day), LawfulDays.Next(day)), $"{day:O}");
    }

    [Fact]
    public async Task What_the_desk_entered_wins_on_its_days_and_changes_no_other()
    {
        using var database = new TempDatabase();
        await using var db = database.CreateDbContext();
        foreach (var (day, kind, name, _, _) in Entered)
        {
            var row = CalendarDay.Of(Tenant, day);
            row.Set(kind, name, "鈴木 一郎", DateTimeOffset.UnixEpoch);
            db.CalendarDays.Add(row);
        }

        await db.SaveChangesAsync();
        var calendar = (await new OfficeCalendar(db).ReadAsync(Tenant, CancellationToken.None))(OfHours);

        foreach (var (day, _, _, holiday, isOpen) in Entered) IsAs(calendar, day, holiday, isOpen).ShouldBeTrue($"{day:O}");
        var own = Entered.Select(entered => entered.Day).ToHashSet();
        LawfulDays.Days.Where(day => !own.Contains(day))
            .Where(day => !IsAs(calendar, day, LawfulDays.NameOf(day), LawfulDays.IsOpen(day))).ShouldBeEmpty();
        // Another organisation in the same file keeps the calendar of the law.
        var other = (await new OfficeCalendar(db).ReadAsync("another", CancellationToken.None))(OfHours);
        LawfulDays.Days.Where(day => !IsAs(other, day, LawfulDays.NameOf(day), LawfulDays.IsOpen(day))).ShouldBeEmpty();
    }

    /// <summary>As the sample city's pack has them, which is what reminders are counted in.</summary>
    private static OpeningDays OfHours => Shipped.Sample.OfficeHours!.ToOpeningDays();

    private static bool IsAs(OpeningDays calendar, DateOnly day, string? holiday, bool isOpen) =>
        calendar.Holidays.NameOf(day) == holiday && calendar.IsOpen(day) == isOpen;
}
