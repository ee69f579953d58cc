using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.Accounts;

/// <summary>The counted followers of the accounts, oldest first, with what the pack or a list said of one day.</summary>
internal sealed class FollowerSeries(BotDbContext db)
{
    private List<FollowerCount>? rows;

    public IReadOnlyList<Followers> Of(OfficialAccount account)
    {
        var entered = Rows.Where(row => AccountId.IsSame(row.AccountId, account.Id))
            .Select(row => new Followers(row.Count, row.Day)).ToList();
        if (account.Followers is { } known && entered.TrueForAll(one => one.AsOf != known.AsOf)) entered.Add(known);
        return [.. entered.OrderBy(one => one.AsOf)];
    }

    /// <summary>Enters a day's number; where the day has one already, it is corrected.</summary>
    public void Enter(string accountId, Followers followers, string by)
    {
        if (Rows.Find(row => AccountId.IsSame(row.AccountId, accountId) && row.Day == followers.AsOf) is { } known)
        {
            known.Correct(followers.Count, by);
            return;
        }

        var made = FollowerCount.Of(accountId, followers.AsOf, followers.Count, by);
        Rows.Add(made);
        db.FollowerCounts.Add(made);
    }

    /// <summary>Read once a turn.</summary>
    private List<FollowerCount> Rows => rows ??= [.. db.FollowerCounts];
}
