using Microsoft.EntityFrameworkCore;
using TeamsBot.AccountDesk.Sheet;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.AccountDesk.Lists;

/// <summary>
/// 「台帳点検」: how the accounts stand against what the guideline wants, the worst first; with a name, each measure of one account with its
/// clause. The desk sees all accounts, everybody else those of the own section, because it says how passwords are kept (asaka-2-5b).
/// </summary>
internal sealed class InspectAccounts(
    BotDbContext db, AccountRegister accounts, EndingRegister endings, RegisterRows rows, Measures measures,
    CredentialRegister credentials, LateAccounts late, InspectionViews views)
{
    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (views.Reader(turn) is not { } person) return InspectionViews.NotListed;
        if (argument.Length == 0) return await ListAsync(turn, person, accounts.All, null, cancellationToken);
        return accounts.Named(argument) switch
        {
            [var account] => await OneAsync(turn, person, account, cancellationToken),
            [] => await ListAsync(turn, person, accounts.All, $"「{TypedText.Quote(argument)}」は台帳にありません。", cancellationToken),
            var several => await ListAsync(turn, person, several, null, cancellationToken),
        };
    }

    public async Task<Reply> HandleList(ParsedTurn turn, CancellationToken cancellationToken) =>
        await HandleCommand(turn, "", cancellationToken);

    public async Task<Reply> HandleOne(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (views.Reader(turn) is not { } person) return InspectionViews.NotListed;
        return accounts.Find(turn.Action![AccountFields.Account]) is { } account
            ? await OneAsync(turn, person, account, cancellationToken)
            : await ListAsync(turn, person, accounts.All, "点検するアカウントを選んでください。", cancellationToken);
    }

    private async Task<Reply> ListAsync(
        ParsedTurn turn, Person person, IReadOnlyList<OfficialAccount> some, string? problem, CancellationToken cancellationToken)
    {
        var seen = some.Where(account => account.State != AccountState.Closed && credentials.MaySee(person, account)).ToList();
        var inspections = await InspectAsync(turn, seen, cancellationToken);
        return Reply.Show(InspectionCard.List(
            [.. inspections.OrderByDescending(one => one.IsRed).ThenByDescending(one => one.QuietDays ?? -1)
                .ThenBy(one => one.Measures.Count == 0 ? 1 : (double)one.Done / one.Measures.Count)],
            person.Has(Role.Desk), AccountParts.Problem(problem)));
    }

    private async Task<Reply> OneAsync(ParsedTurn turn, Person person, OfficialAccount account, CancellationToken cancellationToken)
    {
        if (!credentials.MaySee(person, account)) return views.NotYours(turn, account);
        var inspection = (await InspectAsync(turn, [account], cancellationToken))[0];
        return Reply.Show(InspectionCard.One(inspection, views.ClauseOf));
    }

    private async Task<IReadOnlyList<Inspection>> InspectAsync(
        ParsedTurn turn, IReadOnlyList<OfficialAccount> some, CancellationToken cancellationToken)
    {
        var tenant = turn.Actor!.TenantId;
        var red = late.Of(tenant);
        var devices = (await db.Devices.AsNoTracking().Where(device => device.RemovedAt == null).ToListAsync(cancellationToken))
            .ToLookup(device => device.AccountId, StringComparer.OrdinalIgnoreCase);
        return
        [
            .. some.Select(account =>
            {
                var quiet = views.Today.DayNumber - endings.ActivityOf(account.Id)?.LastPostOn?.DayNumber;
                var isUnkept = credentials.Find(account.Id) is not null && credentials.CustodiansOf(account.Id).Count == 0;
                return new Inspection(
                    account, measures.Of(rows.Of(account), [.. devices[account.Id]], quiet), red.Contains(account.Id) || isUnkept, quiet);
            }),
        ];
    }
}

/// <summary>What the inspection asks of its surroundings: who looks and what day it is.</summary>
internal sealed class InspectionViews(
    PeopleDirectory people, ClauseNames clauses, AuditTrail audit, TimeProvider time)
{
    public DateOnly Today => JapanTime.DateOf(time.GetUtcNow());

    public Person? Reader(ParsedTurn turn) => people.Find(turn.Actor!);

    public static Reply NotListed => Reply.Say("台帳点検を使えるのは、登録された職員の方です。管理者へご連絡ください。");

    public Reply NotYours(ParsedTurn turn, OfficialAccount account)
    {
        audit.Record(turn.Actor, "accounts.refused", AccountRegister.Subject(account.Id), new { verb = AccountVerbs.InspectOne });
        return Reply.Say($"{AccountRegister.Display(account)} の点検を見られるのは、{account.Section}の方と広報担当だけです。");
    }

    public string ClauseOf(IReadOnlyList<string> cite) => clauses.OwnOf(cite);
}
