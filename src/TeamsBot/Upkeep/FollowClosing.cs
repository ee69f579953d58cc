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
/// While an account is being closed: each thing that is done is ticked with its day and proof, and its notices are handed out.
/// </summary>
internal sealed class FollowClosing(
    ClosingTurns closings,
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
        var (view, refusal) = await closings.FindAsync(turn, cancellationToken);
        if (view is null) return refusal;
        var (account, reader, closing) = (view.Account, view.Reader, view.Closing!);
        if (!view.MayChange) return turns.Refused(turn, account, reader, access.ChangersOf(account));
        var say = reader.Language;
        var step = ClosingSteps.Of(closing, reader.Today).FirstOrDefault(one => one.Id == reader.Typed[UpkeepFields.Step]);
        var day = TypedDay.Read(reader.Typed[UpkeepFields.Day], reader.Today);
        if (ClosingObjection.ToTick(step, day, view) is var (problem, field))
            return ClosingTurns.Said(turn, view with { Reader = reader.Lacking(field) }, NoticeKind.Attention, problem);
        var proof = reader.Typed[UpkeepFields.Proof];
        closing.Tick(new ClosingTick(step!.Id, reader.Person.Name, time.GetUtcNow(), day!.Value, proof));
        audit.Record(turn.Actor, "closing.tick", AccountRegister.Subject(account.Id), new { step = step.Id, day, proof });
        if (ClosingSteps.IsNotice(step.Id)) await FinishFirstNoticeAsync(turn, view, cancellationToken);
        if (ClosingSteps.AreDone(closing, reader.Today))
            turns.Tell(turn, account, access.HeadsOf(account), language => language.Say(
                $"{AccountRegister.Display(account)} の廃止の手続きがそろいました。「廃止 {account.Id}」で完了してください。",
                $"All is done to close {AccountRegister.Display(account)}. Type \"closeaccount {account.Id}\" to complete it."));
        return ClosingTurns.Said(
            turn, closings.Fresh(view, UpkeepFields.Step, UpkeepFields.Day, UpkeepFields.Proof), NoticeKind.Done,
            say.Say($"「{step.Ja}」を済みにしました。", $"Recorded: {step.En}."));
    }

    /// <summary>The two texts as messages, so that they can be copied on a phone; pasted to the bot they take the way of a post.</summary>
    public async Task<Reply> HandleNotices(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (view, refusal) = await closings.FindAsync(turn, cancellationToken);
        if (view is null) return refusal;
        var (account, say, day) = (view.Account, view.Reader.Language, view.Closing!.ClosesOn);
        if (!view.MayChange) return turns.Refused(turn, account, view.Reader, access.ChangersOf(account));
        var to = Address.Person(turn.Actor!.TenantId, turn.Actor.ObjectId);
        outbox.Say(to, ClosingNotices.OnAccount(account, day), AccountRegister.Subject(account.Id), isAnswer: true);
        outbox.Say(to, ClosingNotices.OnSite(account, day, pack), AccountRegister.Subject(account.Id), isAnswer: true);
        return ClosingTurns.Said(turn, view, NoticeKind.Done, say.Say(
            "お知らせの案を2つ送りました。〔　〕を埋め、投稿する文はこのチャットに貼り付けて確認に回してください。",
            "Two texts were sent. Fill in 〔　〕 and paste the one to be posted here, for review."));
    }

    /// <summary>All first notices are out: the task that asked for them is done, and none of those that ask for a repeat.</summary>
    private async Task FinishFirstNoticeAsync(ParsedTurn turn, ClosingView view, CancellationToken cancellationToken)
    {
        var closing = view.Closing!;
        if (ClosingSteps.UnlockedOn(closing) is null) return;
        var open = await book.OpenOfAsync(turn.Actor!.TenantId, view.Account.Id, cancellationToken);
        if (open.FirstOrDefault(task => UpkeepTasks.IsFirstNotice(task, closing)) is not { } first) return;
        book.Finish(first, turn.Actor, view.Reader.Person.Name, new { closing = closing.ClosesOn });
        telling.Show(first, view.Reader.Days, turn.Actor);
    }
}
