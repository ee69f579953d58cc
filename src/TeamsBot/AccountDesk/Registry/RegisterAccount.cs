using System.Globalization;
using TeamsBot.AccountDesk.Life;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>
/// アカウント登録: a member of the desk enters an account or changes one entered before. Nothing is stored until the whole form holds.
/// </summary>
internal sealed class RegisterAccount(
    Pack pack,
    AccountRegister accounts,
    AccountAccess access,
    AccountRules rules,
    AccountLimits limits,
    CatchUp catchUp,
    ClauseNames clauses,
    AccountViews views,
    AuditTrail audit,
    TimeProvider time
)
{
    public Task<Reply> HandleForm(ParsedTurn turn) => Task.FromResult(Form(turn));

    public Task<Reply> HandleSave(ParsedTurn turn) => Task.FromResult(Save(turn));

    private Reply Form(ParsedTurn turn)
    {
        if (access.Desk(turn) is null) return Refused(turn);
        var id = turn.Action?[AccountFields.Account] ?? "";
        if (id.Length == 0) return Show(AccountForm.Empty, []);
        if (accounts.Find(id) is not { } account) return AccountParts.NotFound;
        return accounts.IsOfPack(id) ? OfPack() : Show(AccountForm.Of(account, accounts.RecordOf(id)), []);
    }

    private Reply Save(ParsedTurn turn)
    {
        if (access.Desk(turn) is not { } member) return Refused(turn);
        var form = AccountForm.Read(turn.Action!);
        if (form.AccountId.Length > 0 && accounts.Find(form.AccountId) is null) return AccountParts.NotFound;
        if (form.AccountId.Length > 0 && accounts.IsOfPack(form.AccountId)) return OfPack();
        // A prepared account is started by its gates, not by a choice in a form; a new one does not begin so here.
        if (form.AccountId.Length > 0 && accounts.Find(form.AccountId)!.State == AccountState.Preparing)
            form = form with { State = nameof(AccountState.Preparing) };
        else if (form.IsApplication || form.State is nameof(AccountState.Closing) or nameof(AccountState.Stopped))
            form = form with { State = "" };
        // What stopped it, or its planned end, is ended by their own ways too.
        if (form.AccountId.Length > 0 && accounts.Find(form.AccountId) is { } known
            && (known.ClosesOn is not null || known.StoppedFor is not null))
            form = form with { State = known.State.ToString() };
        if (rules.Duplicate(form) is { } same)
        {
            audit.Record(turn.Actor, "accounts.duplicate", AccountRegister.Subject(same.Id));
            return Show(form, [$"{AccountRegister.Display(same)} は、すでに台帳にあります（{same.Section}、{same.StateInJapanese}）。二重には登録できません。"]);
        }

        var problems = rules.Problems(form);
        return problems.Count > 0 ? Show(form, problems) : Store(turn, form, member.Name);
    }

    private Reply Store(ParsedTurn turn, AccountForm form, string by)
    {
        var (now, account, exception) = (time.GetUtcNow(), form.ToAccount(), form.Reason.Length > 0 ? form.Reason : null);
        var before = accounts.Find(form.AccountId)?.State;
        AccountRecord record;
        if (form.AccountId.Length == 0)
        {
            record = AccountRecord.Register(Guid.CreateVersion7(now), account, exception, by, now);
            accounts.Add(record);
        }
        else
        {
            record = accounts.RecordOf(form.AccountId);
            if (record.Version.ToString(CultureInfo.InvariantCulture) != form.Stamp)
                return Show(
                    form with
                    {
                        Stamp = record.Version.ToString(CultureInfo.InvariantCulture),
                    },
                    [
                        $"カードを開いたあとに、{record.ChangedBy}さんがこのアカウントを変えました。入力した内容は残しています。お確かめのうえ、もう一度確定してください。",
                    ]
                );
            record.Change(
                account with
                {
                    Opened = record.Registered!.Opened,
                    Followers = record.Registered.Followers,
                    FollowersAsOf = record.Registered.FollowersAsOf,
                },
                exception,
                by,
                now
            );
        }

        record.Describe(form.Purpose, form.PolicyUrl.Length > 0 ? form.PolicyUrl : null, by, now);
        audit.Record(
            turn.Actor,
            form.AccountId.Length == 0 ? "accounts.register" : "accounts.change",
            AccountRegister.Subject(record.AccountId),
            new
            {
                account,
                form.Listing,
                form.Purpose,
                form.PolicyUrl,
                exception,
            }
        );
        if (before != AccountState.Running) catchUp.Ask(turn, accounts.Find(record.AccountId)!, form.Listing);
        return views.Show(turn, accounts.Find(record.AccountId)!, CardParts.Notice(NoticeKind.Done, "確定して台帳に登録しました。"));
    }

    private Reply Refused(ParsedTurn turn)
    {
        audit.Record(turn.Actor, "accounts.refused", "account:", new { verb = turn.Action?.Verb ?? AccountVerbs.Form });
        return AccountAccess.NotDesk;
    }

    private static Reply OfPack() => Reply.Say("このアカウントは方針ファイル（packs の policy.yaml）にあります。名前や状態は、管理者がファイルで変えます。");

    private Reply Show(AccountForm form, IReadOnlyList<string> problems) =>
        Reply.Show(
            AccountFormCard.For(form, pack, problems, clauses.OwnOf(pack.AccountDuties?.Naming?.Basis.Cite ?? []), limits.Asks(form))
        );
}
