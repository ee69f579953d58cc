using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>
/// 「停止解除 city-x」: whoever decides for the account that day lets it go on, with a reason; while the head is away that is who stands in. An
/// account that was closed while it was stopped stays closed.
/// </summary>
internal sealed class LiftStop(
    AccountRegister accounts,
    EndingRegister endings,
    AccountAccess access,
    AskedAccount asked,
    StopViews views,
    UpkeepTurns turns,
    AuditTrail audit,
    TimeProvider time
)
{
    public async Task<Reply> HandleCommand(ParsedTurn turn, string argument, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        var (say, (name, behind)) = (found.Language, asked.Split(argument));
        var typed = SecretGuard.Read(name.Length > 0 ? behind : "", AccountStop.MaxReason);
        var reader = found with { Typed = TaskForm.Of((UpkeepFields.Reason, typed.Text)) with { HadSecret = typed.Seen } };
        var question = new AccountQuestion(
            UpkeepVerbs.LiftForm, say.Say("どのアカウントの停止を解除しますか", "Whose stop is to be lifted?"))
        {
            Said = name.Length == 0 && behind.Length > 0 ? AskedAccount.NotInRegister(behind, say) : null,
            IsMeant = account => endings.OpenStopOf(account) is not null,
            Nobody = say.Say("あなたが担当するアカウントに、停止中のものはありません。", "None of your accounts is stopped."),
            Along = reader.Typed.Values,
        };
        var (account, ask) = asked.Find(name, question, reader);
        if (account is null) return ask;
        return account.State == AccountState.Closed || endings.OpenStopOf(account) is not null
            ? views.Opened(account, reader, isToLift: true)
            : Reply.Say(NotStopped(account, say) + AskedAccount.Left(reader));
    }

    /// <summary>From a card that names the account.</summary>
    public async Task<Reply> HandleForm(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        return accounts.Find(turn.Action![UpkeepFields.Account]) is { } account
            ? views.Opened(account, reader with { Typed = StopAccount.Read(turn) }, isToLift: true)
            : UpkeepTurns.NotFound(reader);
    }

    public async Task<Reply> HandleLift(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return turns.NotListed(turn);
        var reader = found with { Typed = StopAccount.Read(turn) };
        if (accounts.Find(turn.Action![UpkeepFields.Account]) is not { } account) return UpkeepTurns.NotFound(reader);
        var deciders = access.DecidersOf(account, reader.Today);
        if (!deciders.Contains(reader.Person)) return turns.Refused(turn, account, reader, deciders);
        var (say, reason) = (reader.Language, reader.Typed[UpkeepFields.Reason]);
        if (endings.OpenStopOf(account) is not { } stop) return Late(turn, account, reader.Cleared, reason);
        if (turn.Action[UpkeepFields.Stamp] != stop.Stamp.ToString(CultureInfo.InvariantCulture)) return Late(turn, account, reader, "");
        if (reason.Length == 0)
            return views.Said(
                turn, account, reader.Lacking(UpkeepFields.Reason), NoticeKind.Attention,
                say.Say("停止を解除する理由を入力してください。", "Please enter why it may go on."));
        var now = time.GetUtcNow();
        stop.Lift(reason, reader.Person.Name, now);
        turns.Settle(account, stop.Before, reader.Person, now);
        endings.ActivityFor(account.Id, reader.Today).Resumed(reader.Today);
        audit.Record(turn.Actor, "stop.lift", AccountRegister.Subject(account.Id), new { reason });
        turns.Tell(turn, account, turns.Concerned(account).Concat(deciders), language => language.Say(
            $"{AccountRegister.Display(account)} の停止を、{reader.Person.Name}さんが解除しました。理由：{reason}",
            $"{reader.Person.Name} lifted the stop of {AccountRegister.Display(account)}. Reason: {reason}"));
        return views.Said(turn, accounts.Find(account.Id)!, reader.Cleared, NoticeKind.Done, say.Say(
            "停止を解除し、関係する方に知らせました。", "The stop is lifted; everybody concerned was told."));
    }

    /// <summary>Nothing stops it here; a list or a file may say all the same that it is stopped.</summary>
    private string NotStopped(OfficialAccount account, CardLanguage say)
    {
        var name = AccountRegister.Display(account);
        if (account.State != AccountState.Stopped) return say.Say($"{name} は、いま停止していません。", $"{name} is not stopped.");
        return accounts.IsOfPack(account.Id)
            ? say.Say(
                $"{name} は、方針ファイルで「停止中」になっています。運用に戻すときは、管理者へご連絡ください。",
                $"{name} is stopped by the organisation's own file. Please ask an administrator to let it go on.")
            : say.Say(
                $"{name} は、台帳で「停止中」になっています。運用に戻すときは、広報担当が「アカウント台帳」で状態を変えます。",
                $"{name} is entered as stopped. The PR desk changes that in the register (\"accounts\").");
    }

    /// <param name="lost">What was typed and has no field to stand in any more.</param>
    private Reply Late(ParsedTurn turn, OfficialAccount account, TaskReader reader, string lost) =>
        views.Said(turn, account, reader, NoticeKind.Info, reader.Language.Say(
            "状態が変わっています。いまの内容を確かめてください。", "Things have changed. Please look at the present state.")
            + CardInHand.GivenBack(lost, reader.Language));
}
