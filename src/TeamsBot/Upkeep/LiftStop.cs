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
            Nobody = say.Say("停止中のアカウントはありません。", "No account is stopped."),
            Along = reader.Typed.Values,
        };
        var (account, ask) = asked.Find(name, question, reader);
        if (account is null) return ask;
        return account.State == AccountState.Closed || endings.OpenStopOf(account) is not null
            ? Form(account, reader)
            : Reply.Say(say.Say(
                $"{AccountRegister.Display(account)} は、いま停止していません。", $"{AccountRegister.Display(account)} is not stopped."));
    }

    /// <summary>From a card that names the account.</summary>
    public async Task<Reply> HandleForm(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } reader) return turns.NotListed(turn);
        return accounts.Find(turn.Action![UpkeepFields.Account]) is { } account
            ? Form(account, reader with { Typed = StopAccount.Read(turn) })
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

    private Reply Form(OfficialAccount account, TaskReader reader)
    {
        var view = views.Of(account, reader);
        return Reply.Show(StopCard.For(reader.Typed.HadSecret
            ? view with { Notice = CardParts.Notice(NoticeKind.Attention, SecretGuard.Warning(reader.Language)) }
            : view));
    }

    /// <param name="lost">What was typed and has no field to stand in any more.</param>
    private Reply Late(ParsedTurn turn, OfficialAccount account, TaskReader reader, string lost) =>
        views.Said(turn, account, reader, NoticeKind.Info, reader.Language.Say(
            "状態が変わっています。いまの内容を確かめてください。", "Things have changed. Please look at the present state.")
            + CardInHand.GivenBack(lost, reader.Language));
}
