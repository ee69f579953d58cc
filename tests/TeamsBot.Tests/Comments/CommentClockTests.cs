using System.Globalization;
using TeamsBot.Comments;
using TeamsBot.Data;
using TeamsBot.OfficeDays;
using TeamsBot.Packs;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Comments;

/// <summary>
/// When a comment is due: opening days only; holidays, the turn of the year and the organisation's own days left out (rules.md 4).
/// </summary>
public sealed class CommentClockTests : IDisposable
{
    private static readonly Pack Pack = Shipped.Folder.Load("tochigi");

    private readonly TempDatabase file = new();
    private readonly BotDbContext db;

    public CommentClockTests() => db = file.CreateDbContext();

    public void Dispose()
    {
        db.Dispose();
        file.Dispose();
    }

    [Theory]
    [InlineData("2026-11-20T10:00", "2026-11-24T10:00")] // over a weekend and Labour Thanksgiving Day
    [InlineData("2026-11-20T20:00", "2026-11-25T08:30")] // after hours counts from the next opening
    [InlineData("2026-11-21T12:00", "2026-11-25T08:30")]
    [InlineData("2026-12-28T16:00", "2027-01-04T16:00")] // over the turn of the year
    [InlineData("2026-11-25T07:00", "2026-11-26T08:30")]
    public async Task One_opening_day_later(string from, string due) =>
        (await ClockAsync()).After(Japan(from), Account("koho-x")).ShouldBe(Japan(due));

    [Theory]
    [InlineData("2026-12-01", "2026-11-20T10:00", "2026-12-01T08:30")]
    [InlineData("2026-12-05", "2026-11-20T10:00", "2026-12-04T08:30")] // a Saturday: the opening day before
    [InlineData("2026-11-20", "2026-11-20T07:00", "2026-11-20T08:30")]
    [InlineData("2026-11-20", "2026-11-20T10:00", "2026-11-24T10:00")] // today, which has opened: an opening day later
    [InlineData("2026-11-22", "2026-11-20T10:00", "2026-11-24T10:00")] // a Sunday, before which there is no opening any more
    public async Task A_promised_day_is_due_when_it_opens(string day, string now, string due) =>
        (await ClockAsync()).On(DateOnly.Parse(day, CultureInfo.InvariantCulture), Japan(now), Account("koho-x")).ShouldBe(Japan(due));

    [Fact]
    public async Task The_organisations_own_closed_day_counts_and_one_of_another_tenant_does_not()
    {
        foreach (var (tenant, day) in (ReadOnlySpan<(string, int)>)[("own", 24), ("other", 25)])
        {
            var closed = CalendarDay.Of(tenant, new DateOnly(2026, 11, day));
            closed.Set(CalendarDayKind.Closed, "", "鈴木 一郎", Japan("2026-11-01T10:00"));
            db.CalendarDays.Add(closed);
        }

        db.SaveChanges();

        (await ClockAsync()).After(Japan("2026-11-20T10:00"), Account("koho-x")).ShouldBe(Japan("2026-11-25T10:00"));
    }

    [Fact]
    public void Only_accounts_that_reply_are_watched()
    {
        var clock = new CommentClock(Pack, new OfficeCalendar(db));
        clock.IsWatched(Account("koho-x")).ShouldBeTrue();
        clock.IsWatched(Account("kiki-x")).ShouldBeFalse();
        new CommentClock(Shipped.Folder.Load("asaka"), new OfficeCalendar(db)).IsWatched(Account("koho-x")).ShouldBeFalse();
    }

    private async Task<CommentClock> ClockAsync()
    {
        var clock = new CommentClock(Pack, new OfficeCalendar(db));
        await clock.ReadAsync("own", CancellationToken.None);
        return clock;
    }

    private static OfficialAccount Account(string id) => Pack.Accounts.Single(account => account.Id == id);

    private static DateTimeOffset Japan(string local) => DateTimeOffset.Parse(local + "+09:00", CultureInfo.InvariantCulture);
}
