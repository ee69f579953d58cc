using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using TeamsBot.AccountDesk.Policies;
using TeamsBot.Accounts;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>
/// Sees at the end of each turn whose state it changed, whichever use case did: the own site's list has to follow, and the policy of an
/// account that begins is handed in.
/// </summary>
internal sealed class StateWatch(
    BotDbContext db, Pack pack, AccountRegister accounts, SiteList list, SiteListDuty duty, PolicyDuties policies, TimeProvider time)
{
    public async Task RunAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Actor is null) return;
        var changes = Changes();
        if (changes.Count == 0) return;
        foreach (var (account, before) in changes)
            if (before == AccountState.Preparing && account.State == AccountState.Running)
                await policies.HandInAsync(turn, account, cancellationToken);
        if (!list.IsWanted) return;
        if (list.Published is null) list.Confirm(Before(changes), "", time.GetUtcNow());
        await duty.EnsureAsync(turn.Actor, cancellationToken);
    }

    /// <summary>
    /// Accounts whose record this turn added or changed in what the list shows, with the state before; null for a new one.
    /// </summary>
    private List<(OfficialAccount Account, AccountState? Before)> Changes()
    {
        var changed = db.Changed<AccountRecord>()
            .Where(IsShown)
            .Select(entry => (accounts.Find(entry.Entity.AccountId), Before(entry)))
            .ToList();
        return [.. changed.Where(one => one.Item1 is not null).Select(one => (one.Item1!, one.Item2))];
    }

    private static bool IsShown(EntityEntry<AccountRecord> entry) => entry.State switch
    {
        EntityState.Added => entry.Entity.Registered is not null || entry.Entity.State is not null,
        EntityState.Modified => entry.Property(record => record.State).IsModified || entry.Property(record => record.Registered).IsModified,
        _ => false,
    };

    private AccountState? Before(EntityEntry<AccountRecord> entry)
    {
        var inPack = pack.Accounts.FirstOrDefault(account => account.Id == entry.Entity.AccountId)?.State;
        if (entry.State == EntityState.Added) return inPack;
        return entry.Property(record => record.State).OriginalValue ?? entry.Property(record => record.Registered).OriginalValue?.State
            ?? inPack;
    }

    /// <summary>The list as it will have stood before this turn: nobody has confirmed one yet.</summary>
    private Dictionary<string, string> Before(List<(OfficialAccount Account, AccountState? Before)> changes)
    {
        var lines = PublicList.Lines(accounts.All).ToDictionary(StringComparer.Ordinal);
        foreach (var (account, before) in changes)
        {
            if (PublicList.IsListed(before)) lines[account.Id] = PublicList.LineOf(account);
            else lines.Remove(account.Id);
        }

        return lines;
    }
}
