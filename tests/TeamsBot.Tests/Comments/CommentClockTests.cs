using TeamsBot.Comments;
using TeamsBot.Packs;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Comments;

/// <summary>When a comment is due: opening days only, holidays and the turn of the year left out (rules.md 4).</summary>
public sealed class CommentClockTests
{
    private static readonly Pack Pack = Shipped.Folder.Load("tochigi");

    private readonly CommentClock clock = new(Pack);

    [Theory]
    [InlineData("2026-11-20T10:00", "2026-11-24T10:00")] // over a weekend and Labour Thanksgiving Day
    [InlineData("2026-11-20T20:00", "2026-11-25T08:30")] // after hours counts from the next opening
    [InlineData("2026-11-21T12:00", "2026-11-25T08:30")]
    [InlineData("2026-12-28T16:00", "2027-01-04T16:00")] // over the turn of the year
    [InlineData("2026-11-25T07:00", "2026-11-26T08:30")]
    public void One_opening_day_later(string from, string due) => clock.After(Japan(from), Account("koho-x")).ShouldBe(Japan(due));

    [Theory]
    [InlineData("2026-12-01", "2026-12-01T08:30")]
    [InlineData("2026-12-05", "2026-12-04T08:30")] // a Saturday: the opening day before
    public void A_promised_day_is_due_when_it_opens(string day, string due) =>
        clock.On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Account("koho-x")).ShouldBe(Japan(due));

    [Fact]
    public void Only_accounts_that_reply_are_watched()
    {
        clock.IsWatched(Account("koho-x")).ShouldBeTrue();
        clock.IsWatched(Account("kiki-x")).ShouldBeFalse();
        new CommentClock(Shipped.Folder.Load("asaka")).IsWatched(Account("koho-x")).ShouldBeFalse();
    }

    private static OfficialAccount Account(string id) => Pack.Accounts.Single(account => account.Id == id);

    private static DateTimeOffset Japan(string local) => DateTimeOffset.Parse(local + "+09:00", System.Globalization.CultureInfo.InvariantCulture);
}
