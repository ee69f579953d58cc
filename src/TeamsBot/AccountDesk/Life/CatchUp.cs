using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Life;

/// <summary>
/// An account that was opened before anybody asked the bot is entered as it runs; what its guideline wanted before the start is asked for
/// afterwards (asaka-4-n2).
/// </summary>
internal sealed class CatchUp(AccountLife life, LifeTurns turns, PeopleDirectory people, AuditTrail audit, TimeProvider time)
{
    /// <param name="listing">The page of the own site that names the account; empty where none was given.</param>
    public void Ask(ParsedTurn turn, OfficialAccount account, string listing)
    {
        if (account.State != AccountState.Running || people.Find(turn.Actor!) is not { } person) return;
        var demanded = life.Demanded(account);
        if (demanded.Contains(AccountGate.SiteListing) && listing.Length > 0)
            life.Ask(account, AccountGate.SiteListing, person).Settle(isPassed: true, listing, person.Name, time.GetUtcNow());
        if (!demanded.Contains(AccountGate.Consultation)) return;
        life.Ask(account, AccountGate.Consultation, person);
        audit.Record(turn.Actor, "accounts.catchUp", AccountRegister.Subject(account.Id));
        turns.TellMissing(turn, account, AccountGate.Consultation);
    }
}
