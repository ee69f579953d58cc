using System.Globalization;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Tasks;

namespace TeamsBot.Upkeep;

/// <summary>
/// While an account is being closed: each thing that is done is ticked with its day and proof, the end is completed once all are, and until
/// then it can be taken back. With the account its open tasks end, those about its password too.
/// </summary>
internal sealed class FollowClosing(
    AccountRegister accounts,
    EndingRegister endings,
    ClosingViews views,
    UpkeepTurns turns,
    TaskBook book,
    TaskTelling telling,
    OutboxWriter outbox,
    AccountAccess access,
    AuditTrail audit,
    Pack pack,
    TimeProvider time
)
{
    public async Task<Reply> HandleTick(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (view, refusal) = await FindAsync(turn, cancellationToken);
        if (view is null) return refusal;
        var (account, reader, closing) = (view.Account, view.Reader, view.Closing!);
        if (!view.MayChange) return turns.Refused(turn, account, reader, turns.Concerned(account));
        var say = reader.Language;
        var step = ClosingSteps.Of(closing, reader.Today).FirstOrDefault(one => one.Id == reader.Typed[UpkeepFields.Step]);
        var day = TypedDay.Read(reader.Typed[UpkeepFields.Day], reader.Today);
        if (Problem(step, day, view) is { } problem) return Said(turn, view, NoticeKind.Attention, problem);
        var proof = reader.Typed[UpkeepFields.Proof];
        closing.Tick(new ClosingTick(step!.Id, reader.Person.Name, time.GetUtcNow(), day!.Value, proof));
        audit.Record(turn.Actor, "closing.tick", AccountRegister.Subject(account.Id), new { step = step.Id, day, proof });
        if (ClosingSteps.IsNotice(step.Id)) await FinishFirstNoticeAsync(turn, view, cancellationToken);
        if (ClosingSteps.AreDone(closing, reader.Today))
            turns.Tell(turn, account, access.HeadsOf(account), language => language.Say(
                $"{AccountRegister.Display(account)} の廃止の手続きがそろいました。「廃止 {account.Id}」で完了してください。",
                $"All is done to close {AccountRegister.Display(account)}. Type \"closeaccount {account.Id}\" to complete it."));
        return Said(turn, Fresh(view), NoticeKind.Done, say.Say($"「{step.Ja}」を済みにしました。", $"Recorded: {step.En}.")
            + (reader.Typed.HadSecret ? SecretGuard.Warning(say) : ""));
    }

    public async Task<Reply> HandleTakeBack(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (view, refusal) = await FindAsync(turn, cancellationToken);
        if (view is null) return refusal;
        var (account, reader, closing) = (view.Account, view.Reader, view.Closing!);
        if (!view.MayEnd) return turns.Refused(turn, account, reader, access.HeadsOf(account));
        var (say, reason) = (reader.Language, reader.Typed[UpkeepFields.BackReason]);
        if (closing.TickOf(ClosingSteps.Deletion) is { } deleted)
            return Said(turn, view, NoticeKind.Attention, say.Say(
                $"アカウントは{deleted.By}さんが削除しています。取りやめることはできません。", $"{deleted.By} has deleted the account; it cannot be taken back."));
        if (reason.Length == 0)
        {
            var open = view with { Reader = reader with { Typed = reader.Typed with { Unfolded = UpkeepFields.Back } } };
            return Said(turn, open, NoticeKind.Attention, say.Say("取りやめる理由を入力してください。", "Please enter why it is taken back."));
        }


        var now = time.GetUtcNow();
        closing.TakeBack(reason, reader.Person.Name, now);
        turns.Settle(account, closing.Before, reader.Person, now);
        endings.ActivityFor(account.Id, reader.Today).Resumed(reader.Today);
        audit.Record(turn.Actor, "closing.takeBack", AccountRegister.Subject(account.Id), new { reason });
        await DropAsync(turn, view, UpkeepTasks.IsOfClosing, "takenBack", cancellationToken);
        turns.Tell(turn, account, turns.Concerned(account), language => language.Say(
            $"{AccountRegister.Display(account)} の廃止を、{reader.Person.Name}さんが取りやめました。理由：{reason}",
            $"{reader.Person.Name} took back the closing of {AccountRegister.Display(account)}. Reason: {reason}"));
        return Said(turn, Fresh(view), NoticeKind.Done, say.Say("廃止を取りやめ、関係する方に知らせました。", "Taken back; everybody concerned was told."));
    }

    public async Task<Reply> HandleEnd(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (view, refusal) = await FindAsync(turn, cancellationToken);
        if (view is null) return refusal;
        var (account, reader, closing) = (view.Account, view.Reader, view.Closing!);
        if (!view.MayEnd) return turns.Refused(turn, account, reader, access.HeadsOf(account));
        var say = reader.Language;
        if (ClosingSteps.Of(closing, reader.Today).FirstOrDefault(step => step.Tick is null) is { } missing)
            return Said(turn, view, NoticeKind.Attention, say.Say($"まだ完了できません。残り：{missing.Ja}", $"Not yet. Still to do: {missing.En}"));
        var now = time.GetUtcNow();
        closing.Close(reader.Person.Name, now);
        accounts.RecordOf(account.Id).Enter(AccountState.Closed, reader.Person.Name, now);
        audit.Record(turn.Actor, "closing.end", AccountRegister.Subject(account.Id), new { closing.ClosesOn, closing.Reason });
        await DropAsync(turn, view, _ => true, "closed", cancellationToken);
        turns.Tell(turn, account, turns.Concerned(account), language => language.Say(
            $"{AccountRegister.Display(account)} の廃止が完了しました（{reader.Person.Name}さん）。",
            $"{AccountRegister.Display(account)} is closed ({reader.Person.Name})."));
        return Said(turn, Fresh(view), NoticeKind.Done, say.Say("廃止を完了し、関係する方に知らせました。", "Closed; everybody concerned was told."));
    }

    /// <summary>The two texts as messages, so that they can be copied on a phone; pasted to the bot they take the way of a post.</summary>
    public async Task<Reply> HandleNotices(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (view, refusal) = await FindAsync(turn, cancellationToken);
        if (view is null) return refusal;
        var (account, say, day) = (view.Account, view.Reader.Language, view.Closing!.ClosesOn);
        var to = Address.Person(turn.Actor!.TenantId, turn.Actor.ObjectId);
        outbox.Say(to, ClosingNotices.OnAccount(account, day), AccountRegister.Subject(account.Id), isAnswer: true);
        outbox.Say(to, ClosingNotices.OnSite(account, day, pack), AccountRegister.Subject(account.Id), isAnswer: true);
        return Said(turn, view, NoticeKind.Done, say.Say(
            "お知らせの案を2つ送りました。〔　〕を埋め、投稿する文はこのチャットに貼り付けて確認に回してください。",
            "Two texts were sent. Fill in 〔　〕 and paste the one to be posted here, for review."));
    }

    /// <summary>The closing a press is about, as it stands; what is pressed on an older card does not count and is given back.</summary>
    private async Task<(ClosingView? View, Reply Refusal)> FindAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.ReaderAsync(turn, cancellationToken) is not { } found) return (null, turns.NotListed(turn));
        var reader = found with
        {
            Typed = TaskForm.Read(
                turn.Action!, [UpkeepFields.Step], (UpkeepFields.Day, 40), (UpkeepFields.Proof, AccountClosing.MaxProof),
                (UpkeepFields.BackReason, AccountClosing.MaxReason)),
        };
        if (accounts.Find(turn.Action![UpkeepFields.Account]) is not { } account) return (null, UpkeepTurns.NotFound(reader));
        var view = views.Of(account, reader);
        var stamp = (view.Closing?.Stamp ?? 0).ToString(CultureInfo.InvariantCulture);
        return view.Closing is { IsPlanned: true } && turn.Action[UpkeepFields.Stamp] == stamp
            ? (view, Reply.None)
            : (null, Said(turn, view, NoticeKind.Info, reader.Language.Say(
                "状態が変わっています。いまの内容を確かめてください。", "Things have changed. Please look at the present state.")
                + CardInHand.GivenBack(view.Closing is { IsPlanned: true } ? "" : reader.Typed[UpkeepFields.Proof], reader.Language)));
    }

    private static string? Problem(ClosingStep? step, DateOnly? day, ClosingView view)
    {
        var (say, reader) = (view.Reader.Language, view.Reader);
        return (step, day) switch
        {
            (null or { Tick: not null }, _) => say.Say("済んだことを選んでください。", "Choose what was done."),
            ({ Waits: { Until: { } from } }, _) => say.Say(
                $"「{step!.Ja}」は、お知らせの期間が過ぎる{TaskWords.Day(from, reader)}からできます。",
                $"{step!.En}: possible from {TaskWords.Day(from, reader)}, when the notice period is over."),
            ({ Waits: { First: ClosingSteps.Notice } }, _) => say.Say("先に、すべてのお知らせを出してください。", "Publish all notices first."),
            ({ Waits: { First: ClosingSteps.Archive } }, _) => say.Say("先に、投稿を保存してください。", "Keep a copy of the posts first."),
            ({ Waits: not null }, _) => say.Say("先に、アカウントの削除を記録してください。", "Record the deletion first."),
            (_, null) => say.Say("済んだ日を選んでください。", "Choose the day."),
            (_, { } on) when on > reader.Today => say.Say("済んだ日が先の日付です。", "That day has not come yet."),
            (_, { } on) when on < JapaneseTime.DateOf(view.Closing!.PlannedAt) => say.Say(
                "済んだ日は、廃止の手続きを始めた日以降を選んでください。", "Choose a day since the closing was begun."),
            _ when reader.Typed[UpkeepFields.Proof].Length == 0 => say.Say(
                "確かめたこと（URL、保存先など）を入力してください。", "Please enter the proof (address, place of the copy)."),
            _ => null,
        };
    }

    /// <summary>All first notices are out: the task that asked for them is done.</summary>
    private async Task FinishFirstNoticeAsync(ParsedTurn turn, ClosingView view, CancellationToken cancellationToken)
    {
        var closing = view.Closing!;
        if (ClosingSteps.UnlockedOn(closing) is null) return;
        var open = await book.OpenOfAsync(turn.Actor!.TenantId, view.Account.Id, cancellationToken);
        if (open.FirstOrDefault(task => task.Key == UpkeepTasks.ClosingNotice) is not { } first) return;
        book.Finish(first, turn.Actor, view.Reader.Person.Name, new { closing = closing.ClosesOn });
        telling.Show(first, view.Reader.Days, turn.Actor);
    }

    private async Task DropAsync(
        ParsedTurn turn, ClosingView view, Func<DatedTask, bool> which, string why, CancellationToken cancellationToken)
    {
        foreach (var task in (await book.OpenOfAsync(turn.Actor!.TenantId, view.Account.Id, cancellationToken)).Where(which).ToList())
        {
            book.Drop(task, turn.Actor, why);
            telling.Show(task, view.Reader.Days, turn.Actor);
        }
    }

    private ClosingView Fresh(ClosingView view) =>
        views.Of(accounts.Find(view.Account.Id)!, view.Reader with { Typed = TaskForm.Empty });

    private static Reply Said(ParsedTurn turn, ClosingView view, NoticeKind kind, string words) =>
        UpkeepTurns.Answer(turn, ClosingCard.For(view with { Notice = CardParts.Notice(kind, words) }), words);
}
