using TeamsBot.Accounts;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.AccountDesk.Life;

/// <summary>
/// What an account still needs before it may run, and who may settle it (domain/rules.md 5). Reads and asks; it decides nothing and tells
/// nobody.
/// </summary>
internal sealed class AccountLife(
    BotDbContext db,
    Pack pack,
    PeopleDirectory people,
    AccountAccess access,
    ClauseNames clauses,
    TimeProvider time
)
{
    public LifeView Of(OfficialAccount account)
    {
        var records = RecordsOf(account.Id);
        // Of an account that runs, what was asked for; the rest went before the bot.
        var demanded = Demanded(account).Where(gate => account.State == AccountState.Preparing || records.Exists(one => one.Gate == gate))
            .Where(gate => !IsSaidByPolicy(gate)).ToList();
        return new(
            account,
            [.. demanded.Select(gate => new GateView(gate, records.Find(one => one.Gate == gate), Waits(gate), WhoMay(gate, account)))],
            clauses.OwnOf(pack.AccountDuties?.Opening?.Basis.Cite ?? [])
        )
        {
            Information = db.AccountRecords.Local.FirstOrDefault(record => record.AccountId == account.Id)?.Registered?.Information,
        };

        // An account that runs already is asked about what is missing, in any order.
        IReadOnlyList<AccountGate> Waits(AccountGate gate) =>
            account.State == AccountState.Preparing ? [.. gate.Before().Where(demanded.Contains).Where(IsMissing)] : [];

        // A policy without replies has said who answers: nobody. What somebody settled by hand stays in sight.
        bool IsSaidByPolicy(AccountGate gate) => gate == AccountGate.ReplyDuty && account.Replies == false && IsMissing(gate);

        bool IsMissing(AccountGate gate) => records.Find(one => one.Gate == gate)?.State != GateState.Passed;
    }

    /// <summary>What is asked for and not settled.</summary>
    public IReadOnlyList<AccountGate> Lacking(OfficialAccount account) => [.. Of(account).Missing.Select(gate => gate.Gate)];

    /// <summary>What the pack wants before an account of this kind runs, in its order.</summary>
    public IReadOnlyList<AccountGate> Demanded(OfficialAccount account) =>
        [
            .. (pack.AccountDuties?.Opening?.Gates ?? [])
                .Where(gate => account.Kind == AccountKind.Section || !gate.AsksAnotherSection()),
        ];

    /// <summary>Who may settle a gate of the account, in the order of the people's list.</summary>
    public IReadOnlyList<Person> WhoMay(AccountGate gate, OfficialAccount account) => gate switch
    {
        AccountGate.Consultation => [.. people.Persons.Where(person => person.Has(Role.Desk) || person.Has(Role.PrHead))],
        AccountGate.CoSign => [.. people.Holding(Role.PrHead)],
        AccountGate.HeadApproval or AccountGate.Rest => access.HeadsOf(account),
        _ => [.. people.Persons.Where(person => AccountAccess.MayChange(person, account))],
    };

    /// <summary>
    /// Writes down that the gate is asked for; again where it was refused. The row as it stands where it is asked or passed.
    /// </summary>
    public GateRecord Ask(OfficialAccount account, AccountGate gate, Person by, string? reason = null)
    {
        var now = time.GetUtcNow();
        if (RecordsOf(account.Id).Find(one => one.Gate == gate) is { } known)
        {
            if (known.State == GateState.Refused) known.AskAgain(by.Name, by.ObjectId, now, reason);
            return known;
        }

        var asked = GateRecord.Ask(account.Id, gate, by.Name, by.ObjectId, now, reason);
        db.AccountGates.Add(asked);
        return asked;
    }

    public GateRecord? RecordOf(OfficialAccount account, AccountGate gate) => RecordsOf(account.Id).Find(one => one.Gate == gate);

    /// <summary>As this turn leaves them.</summary>
    private List<GateRecord> RecordsOf(string accountId)
    {
        var stored = db.AccountGates.Where(gate => gate.AccountId == accountId).ToList();
        return [.. stored.Union(db.AccountGates.Local.Where(gate => gate.AccountId == accountId))];
    }
}
