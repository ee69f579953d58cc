using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Life;

/// <summary>
/// An account that came to run without its procedure, entered or imported as it runs: what its guideline wanted before the start is asked
/// for afterwards, once (asaka-4-n2). The heads and the policy are not: such an account has posted under them.
/// </summary>
internal sealed class CatchUp(AccountLife life, LifeTurns turns, PeopleDirectory people, AuditTrail audit, TimeProvider time)
{
    private static readonly AccountGate[] Afterwards = [AccountGate.Consultation, AccountGate.SiteListing];

    /// <param name="listing">The page of the own site that names the account; empty where none was given.</param>
    public void Ask(ParsedTurn turn, OfficialAccount account, string listing)
    {
        if (account.State != AccountState.Running || people.Find(turn.Actor!) is not { } person) return;
        // What is on record stays: a colleague's proof is not written over by a form that was opened before.
        if (listing.Length > 0 && life.Demanded(account).Contains(AccountGate.SiteListing)
            && life.RecordOf(account, AccountGate.SiteListing)?.State != GateState.Passed)
            life.Ask(account, AccountGate.SiteListing, person).Settle(isPassed: true, listing, person.Name, time.GetUtcNow());
        if (Enter(turn, account, person).Contains(AccountGate.Consultation)) turns.TellMissing(turn, account, AccountGate.Consultation);
    }

    /// <summary>The same for a whole list, with one message about all of them.</summary>
    /// <returns>Which accounts lack which record.</returns>
    public IReadOnlyDictionary<AccountGate, IReadOnlyList<OfficialAccount>> Ask(ParsedTurn turn, IReadOnlyList<OfficialAccount> accounts)
    {
        var person = people.Find(turn.Actor!)!;
        var asked = accounts.SelectMany(account => Enter(turn, account, person).Select(gate => (gate, account)))
            .GroupBy(one => one.gate, one => one.account)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<OfficialAccount>)[.. group]);
        if (asked.TryGetValue(AccountGate.Consultation, out var lacking)) turns.TellMissing(turn, lacking);
        return asked;
    }

    /// <summary>Writes down what is asked for; empty where all of it is on record or was asked before.</summary>
    private List<AccountGate> Enter(ParsedTurn turn, OfficialAccount account, Person person)
    {
        if (account.State != AccountState.Running) return [];
        var demanded = life.Demanded(account);
        var lacking = Afterwards.Where(gate => demanded.Contains(gate) && life.RecordOf(account, gate) is null).ToList();
        foreach (var gate in lacking) life.Ask(account, gate, person);
        if (lacking.Count > 0) audit.Record(turn.Actor, "accounts.catchUp", AccountRegister.Subject(account.Id), new { gates = lacking });
        return lacking;
    }
}
