using Microsoft.EntityFrameworkCore;
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

    /// <summary>
    /// The newest number; null where nobody counted. Of one account alone, because cards of drafts show it and the series grows.
    /// </summary>
    public Followers? Latest(OfficialAccount account)
    {
        if (rows is not null) return Of(account) is [.., var last] ? last : null;
        var id = account.Id;
        var newest = db.FollowerCounts.AsNoTracking().Where(row => row.AccountId == id).OrderByDescending(row => row.Day).FirstOrDefault();
        return newest is null || newest.Day < account.Followers?.AsOf ? account.Followers : new(newest.Count, newest.Day);
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
