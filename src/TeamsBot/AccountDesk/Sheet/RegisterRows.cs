using TeamsBot.Accounts;
using TeamsBot.Data;
using TeamsBot.Packs;

namespace TeamsBot.AccountDesk.Sheet;

/// <summary>Gathers the rows of the list, as this turn leaves them; each table is read once.</summary>
internal sealed class RegisterRows(BotDbContext db, AccountRegister accounts, CredentialRegister credentials, FollowerSeries followers)
{
    private ILookup<string, GateRecord>? gates;

    public RegisterRow Of(OfficialAccount account) => new(
        account, accounts.Known(account.Id), credentials.Find(account.Id), [.. Gates[account.Id.ToLowerInvariant()]],
        followers.Of(account));

    public IReadOnlyList<RegisterRow> All => [.. accounts.All.Select(Of)];

    /// <summary>Rows that the turn adds later are not in it.</summary>
    private ILookup<string, GateRecord> Gates => gates ??= db.AccountGates.ToList().Union(db.AccountGates.Local.ToList())
        .ToLookup(gate => gate.AccountId.ToLowerInvariant(), StringComparer.Ordinal);
}
