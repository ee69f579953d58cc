using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Packs;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Accounts;

/// <summary>The newest number of an account, as cards of drafts ask for it.</summary>
public sealed class FollowerSeriesTests
{
    private static readonly OfficialAccount Account = Shipped.Sample.Accounts.Single(account => account.Id == "bosai-x") with
    {
        Followers = null,
    };

    [Fact]
    public async Task The_newest_number_is_found_however_its_account_was_written_and_asked_for_once_a_turn()
    {
        using var database = new TempDatabase();
        await using var db = database.CreateDbContext();
        db.FollowerCounts.Add(FollowerCount.Of("Bosai-X", new(2026, 11, 2), 1_200, "鈴木 一郎"));
        db.FollowerCounts.Add(FollowerCount.Of("Bosai-X", new(2026, 11, 1), 1_100, "鈴木 一郎"));
        await db.SaveChangesAsync();
        var series = new FollowerSeries(db);

        series.Latest(Account).ShouldBe(new Followers(1_200, new(2026, 11, 2)));
        await db.FollowerCounts.ExecuteDeleteAsync();

        series.Latest(Account).ShouldBe(new Followers(1_200, new(2026, 11, 2)));
    }
}
