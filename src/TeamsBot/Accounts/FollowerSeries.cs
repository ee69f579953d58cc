using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.Accounts;

/// <summary>The counted followers of the accounts, oldest first, with what the pack or a list said of one day.</summary>
internal sealed class FollowerSeries(BotDbContext db)
{
    private readonly Dictionary<string, FollowerCount?> newest = new(StringComparer.OrdinalIgnoreCase);

    private List<FollowerCount>? rows;

    public IReadOnlyList<Followers> Of(OfficialAccount account)
    {
        var entered = Rows.Where(row => AccountId.IsSame(row.AccountId, account.Id))
            .Select(row => new Followers(row.Count, row.Day)).ToList();
        if (account.Followers is { } known && entered.TrueForAll(one => one.AsOf != known.AsOf)) entered.Add(known);
        return [.. entered.OrderBy(one => one.AsOf)];
    }

    /// <summary>
    /// The newest number; null where nobody counted. Of one account alone, because cards of drafts show it and the series grows; asked of
    /// the store once a turn, because a press draws the card of each reviewer.
    /// </summary>
    public Followers? Latest(OfficialAccount account)
    {
        if (rows is not null) return Of(account) is [.., var counted] ? counted : null;
        if (!newest.TryGetValue(account.Id, out var last)) newest[account.Id] = last = Stored(account.Id);
        return last is null || last.Day < account.Followers?.AsOf ? account.Followers : new(last.Count, last.Day);
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

    private FollowerCount? Stored(string accountId) => db.FollowerCounts.AsNoTracking()
        .OfAccount(row => row.AccountId, accountId).OrderByDescending(row => row.Day).FirstOrDefault();

    /// <summary>Read once a turn.</summary>
    private List<FollowerCount> Rows => rows ??= [.. db.FollowerCounts];
}
