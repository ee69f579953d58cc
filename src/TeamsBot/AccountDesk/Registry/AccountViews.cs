using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.AccountDesk.Life;
using TeamsBot.AccountDesk.Names;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>Gathers what the cards of the register show.</summary>
internal sealed class AccountViews(
    BotDbContext db,
    AccountRegister accounts,
    AccountAccess access,
    AccountNames names,
    AccountLife life,
    ClauseNames clauses,
    CredentialRegister credentials,
    FollowerSeries followers,
    LateAccounts late,
    PersonLanguage languages,
    TimeProvider time
)
{
    public CardLanguage LanguageOf(ParsedTurn turn) => languages.Of(turn);

    /// <param name="some">Those that were asked for; null for all.</param>
    public Reply List(ParsedTurn turn, AdaptiveContainer? notice, IReadOnlyList<OfficialAccount>? some = null) =>
        Reply.Show(
            RegistryCard.For(
                new(some ?? accounts.All, Late(turn.Actor!.TenantId), names.Tasks(), names.Check, NameBasis)
                {
                    Unconsulted = Unconsulted(),
                    Language = LanguageOf(turn),
                },
                access.Desk(turn) is not null,
                notice
            )
        );

    public Reply Show(ParsedTurn turn, OfficialAccount account, AdaptiveContainer? notice)
    {
        var devices = DevicesOf(account);
        var person = access.Of(turn);
        var view = new AccountView(
            account,
            names.Check(account),
            NameBasis,
            person is null ? null : devices,
            AccountAccess.MayChange(person, account),
            access.Desk(turn) is not null && !accounts.IsOfPack(account.Id))
        {
            Language = LanguageOf(turn),
            Followers = followers.Latest(account),
            Lacking = person is null || account.State == AccountState.Preparing ? [] : life.Lacking(account),
        };
        return Reply.Show(AccountCard.For(view, time.GetUtcNow(), notice));
    }

    /// <summary>The devices in use, as this turn leaves them.</summary>
    public IReadOnlyList<Device> DevicesOf(OfficialAccount account)
    {
        var stored = db.Devices.AsNoTracking().Where(device => device.AccountId == account.Id && device.RemovedAt == null).ToList();
        // Those of this turn are not stored yet; those it takes out still are.
        var local = db.Devices.Local.ToList();
        return
        [
            .. stored
                .Where(device => local.All(other => other.Id != device.Id))
                .Concat(local.Where(device => device.AccountId == account.Id && device.RemovedAt is null))
                .OrderBy(device => device.RegisteredAt),
        ];
    }

    /// <summary>Something about it is overdue, or nobody is left who knows its password.</summary>
    private HashSet<string> Late(string tenant) =>
    [
        .. late.Of(tenant),
        .. credentials.All.Select(credential => credential.AccountId).Where(id => credentials.CustodiansOf(id).Count == 0),
    ];

    /// <summary>The consultation was asked for and not held: of accounts of the pack nobody asks.</summary>
    private HashSet<string> Unconsulted() => db.AccountGates.AsNoTracking()
        .Where(gate => gate.Gate == AccountGate.Consultation && gate.State != GateState.Passed).Select(gate => gate.AccountId).ToList()
        .Where(id => accounts.Find(id)?.State == AccountState.Running).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private string NameBasis => clauses.OwnOf(names.Clauses);
}
