using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts.Names;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.Protocol.AdaptiveCards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Accounts.Registry;

/// <summary>Gathers what the cards of the register show.</summary>
internal sealed class AccountViews(BotDbContext db, AccountRegister accounts, AccountAccess access, AccountNames names, ClauseNames clauses, TimeProvider time)
{
    public static Reply NotFound => Reply.Say("このアカウントは台帳にありません。「アカウント台帳」から開き直してください。");

    public Reply List(TurnContext turn, Container? notice) =>
        Reply.Show(RegistryCard.For(accounts.All, names.Tasks(), names.Check, NameBasis, access.Desk(turn) is not null, notice));

    public Reply Show(TurnContext turn, OfficialAccount account, Container? notice)
    {
        var devices = db.Devices.AsNoTracking().Where(device => device.AccountId == account.Id && device.RemovedAt == null).ToList();
        // Those of this turn are not stored yet; those it takes out still are.
        var local = db.Devices.Local.ToList();
        devices = [.. devices.Where(device => local.All(other => other.Id != device.Id)).Concat(local.Where(device => device.AccountId == account.Id && device.RemovedAt is null)).OrderBy(device => device.RegisteredAt)];
        var person = access.Of(turn);
        return Reply.Show(AccountCard.For(account, names.Check(account), NameBasis, devices, AccountAccess.MayChange(person, account), access.Desk(turn) is not null && !accounts.IsOfPack(account.Id), time.GetUtcNow(), notice));
    }

    private string NameBasis => clauses.Of(names.Clauses);
}
