using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Upkeep;

/// <summary>
/// The end of a closing: completed once everything is ticked, or taken back with a reason before the account is deleted. With the account
/// its open tasks end, those about its password too.
/// </summary>
internal sealed class EndClosing(
    AccountRegister accounts,
    EndingRegister endings,
    ClosingTurns closings,
    ClosingViews views,
    UpkeepTurns turns,
    AuditTrail audit,
    TimeProvider time
)
{
    public async Task<Reply> HandleTakeBack(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (view, refusal) = await closings.FindAsync(turn, cancellationToken);
        if (view is null) return refusal;
        var (account, reader, closing) = (view.Account, view.Reader, view.Closing!);
        if (!view.MayEnd) return turns.Refused(turn, account, reader, views.EndersOf(account));
        var (say, reason) = (reader.Language, reader.Typed[UpkeepFields.BackReason]);
        if (closing.TickOf(ClosingSteps.Deletion) is { } deleted)
            return ClosingTurns.Said(turn, view, NoticeKind.Attention, say.Say(
                $"アカウントは{deleted.By}さんが削除しています。取りやめることはできません。", $"{deleted.By} has deleted the account; it cannot be taken back."));
        if (reason.Length == 0)
        {
            var missing = reader.Lacking(UpkeepFields.BackReason);
            var open = view with { Reader = missing with { Typed = missing.Typed with { Unfolded = UpkeepFields.Back } } };
            return ClosingTurns.Said(
                turn, open, NoticeKind.Attention, say.Say("取りやめる理由を入力してください。", "Please enter why it is taken back."));
        }

        var now = time.GetUtcNow();
        closing.TakeBack(reason, reader.Person.Name, now);
        turns.Settle(account, closing.Before, reader.Person, now);
        endings.ActivityFor(account.Id, reader.Today).Resumed(reader.Today);
        audit.Record(turn.Actor, "closing.takeBack", AccountRegister.Subject(account.Id), new { reason });
        await closings.DropAsync(turn, view, UpkeepTasks.IsOfClosing, "takenBack", cancellationToken);
        turns.Tell(turn, account, turns.Concerned(account), language => language.Say(
            $"{AccountRegister.Display(account)} の廃止を、{reader.Person.Name}さんが取りやめました。理由：{reason}",
            $"{reader.Person.Name} took back the closing of {AccountRegister.Display(account)}. Reason: {reason}"));
        return Ended(turn, view, say.Say("廃止を取りやめ、関係する方に知らせました。", "Taken back; everybody concerned was told."));
    }

    public async Task<Reply> HandleEnd(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (view, refusal) = await closings.FindAsync(turn, cancellationToken);
        if (view is null) return refusal;
        var (account, reader, closing) = (view.Account, view.Reader, view.Closing!);
        if (!view.MayEnd) return turns.Refused(turn, account, reader, views.EndersOf(account));
        var say = reader.Language;
        if (ClosingSteps.Of(closing, reader.Today).FirstOrDefault(step => step.Tick is null) is { } missing)
            return ClosingTurns.Said(
                turn, view, NoticeKind.Attention, say.Say($"まだ完了できません。残り：{missing.Ja}", $"Not yet. Still to do: {missing.En}"));
        var now = time.GetUtcNow();
        closing.Close(reader.Person.Name, now);
        accounts.RecordOf(account.Id).Enter(AccountState.Closed, reader.Person.Name, now);
        audit.Record(turn.Actor, "closing.end", AccountRegister.Subject(account.Id), new { closing.ClosesOn, closing.Reason });
        await closings.DropAsync(turn, view, _ => true, "closed", cancellationToken);
        turns.Tell(turn, account, turns.Concerned(account), language => language.Say(
            $"{AccountRegister.Display(account)} の廃止が完了しました（{reader.Person.Name}さん）。",
            $"{AccountRegister.Display(account)} is closed ({reader.Person.Name})."));
        return Ended(turn, view, say.Say("廃止を完了し、関係する方に知らせました。", "Closed; everybody concerned was told."));
    }

    /// <summary>No field of the running list is left on the card.</summary>
    private Reply Ended(ParsedTurn turn, ClosingView view, string said) => ClosingTurns.Said(
        turn, closings.Fresh(view, UpkeepFields.Step, UpkeepFields.Day, UpkeepFields.Proof, UpkeepFields.BackReason), NoticeKind.Done,
        said);
}
