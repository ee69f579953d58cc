using System.Globalization;
using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Reminders;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// Somebody writes down what became of a post under another account: its author, a colleague who may post, or who was called about it. The
/// others hear it at once, so that nobody removes or looks for it twice; while nobody does, all are asked again.
/// </summary>
internal sealed class SettleStray(
    BotDbContext db,
    DraftTurns turns,
    DraftViews views,
    DraftTelling telling,
    TellDifference difference,
    Posters posters,
    PeopleDirectory people,
    OutboxWriter outbox,
    AuditTrail audit,
    OfficeTime office
)
{
    /// <summary>The kind under which it is stored that those concerned are asked what became of it.</summary>
    public const string Kind = "draft.stray";

    /// <summary>Our own figure: after so long it stays in 「一覧」 and nobody is asked any more.</summary>
    private static readonly TimeSpan AskedFor = TimeSpan.FromDays(7);

    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var me = turn.Actor!.ObjectId;
        if (!views.MaySettleStrays(draft, me) || people.Find(turn.Actor)?.Name is not { } who)
            return turns.Refuse(turn, draft, Refusal.NotAssigned);
        var isKept = turn.Action![ApprovalFields.StrayOutcome] == "kept";
        var at = int.TryParse(turn.Action[ApprovalFields.Stray], NumberStyles.None, CultureInfo.InvariantCulture, out var of) ? of : 0;
        var reason = TypedText.Of(turn.Action[ApprovalFields.StrayReason + turn.Action[ApprovalFields.Stray]], GateAnswers.MaxLine);
        var (say, told) = (turns.Language(turn), views.ToldOf(draft, draft.Elsewheres().FirstOrDefault(stray => stray.Ordinal == at)));
        if (draft.SettleStray(at, who, isKept ? reason : null, turns.Now, out var end) is { } refusal)
        {
            var isShort = refusal == Refusal.StrayReasonTooShort;
            var sentence = refusal.Sentence(draft, turns.Now, say) + (isShort ? "" : CardInHand.GivenBack(reason, say));
            var attention = CardParts.Notice(NoticeKind.Attention, sentence);
            return isShort
                ? DraftTurns.Answer(turn, Card(draft, turn, null, new StrayInput(at, reason, attention)), sentence)
                : DraftTurns.Answer(turn, Card(draft, turn, attention, null), sentence);
        }

        foreach (var person in told.Where(person => !person.Is(me) && !draft.IsAuthor(person.ObjectId))) Say(draft, person.ObjectId, end!);
        if (!draft.IsAuthor(me)) Say(draft, draft.AuthorId, end!);
        var said = say.Say("記録しました。関係する方に知らせました。", "Recorded. Those concerned were told.");
        var card = Card(draft, turn, CardParts.Notice(NoticeKind.Done, said), null);
        var proof = new { revision = draft.Current.Number, outcome = end!.Kind.ToString(), url = end.Note };
        difference.Ended(draft, draft.Elsewheres().First(stray => stray.Ordinal == at), told, me, IsOnAlarm(turn) ? card : null);
        if (!IsOnAlarm(turn)) return turns.DoneShowing(turn, draft, "draft.settleStray", proof, card);
        audit.Record(turn.Actor, "draft.settleStray", DraftTurns.Subject(draft), proof, draft.State);
        telling.Tell(draft);
        return DraftTurns.Answer(turn, card, said);
    }

    /// <summary>
    /// To be called after the report: nobody knows how long the post stands there. All that are open are asked after together, once a day.
    /// </summary>
    public async Task ScheduleAsync(Draft draft, CancellationToken cancellationToken)
    {
        var (tenant, subject) = (draft.TenantId, DraftTurns.Subject(draft));
        var isAsked = await db.Reminders.AnyAsync(
            waiting => waiting.Kind == Kind && waiting.TenantId == tenant && waiting.Subject == subject && waiting.DoneAt == null,
            cancellationToken
        );
        if (!isAsked) await AskLaterAsync(draft, cancellationToken);
    }

    /// <summary>Its author gets the card once more, the others a message; and again each opening day while nothing is recorded.</summary>
    public async Task RemindAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        if (await DraftReminders.FindAsync(db, reminder, cancellationToken) is not { } draft) return;
        if (draft.Strays() is not [.., var newest] open) return;
        telling.Bring(draft, draft.AuthorId, DraftCards.For(views.Of(draft, draft.AuthorId), draft.AuthorId));
        var urls = string.Join('\n', open.Select(stray => stray.Note));
        foreach (var person in views.ToldOfDifference(draft))
        {
            // A text: what is recorded meanwhile would leave buttons behind on a card. The list leads to the draft.
            outbox.Say(
                Address.Person(draft.TenantId, person.ObjectId),
                views.Of(draft, person.ObjectId).Language.Say(
                    $"No.{draft.Number}：別のアカウントの投稿をどうしたかが、まだ記録されていません。「一覧」で開いて、消したか残すかを記録してください。\n{urls}",
                    $"No.{draft.Number}: it is not recorded yet what became of the post under another account. Open it by \"list\".\n{urls}"
                ),
                DraftTurns.Subject(draft)
            );
        }

        if (IsAskedAfter(newest)) await AskLaterAsync(draft, cancellationToken);
    }

    private bool IsAskedAfter(DraftEvent stray) => stray.At > turns.Now - AskedFor;

    private async Task AskLaterAsync(Draft draft, CancellationToken cancellationToken) =>
        db.Reminders.Add(
            Reminder.At(
                OfficeTime.After(await office.OfAsync(draft.TenantId, cancellationToken), turns.Now, 1),
                Kind,
                draft.TenantId,
                DraftTurns.Subject(draft)
            )
        );

    private void Say(Draft draft, string person, DraftEvent end)
    {
        var (view, reason, url) = (views.Of(draft, person), Draft.StrayReason(end), (end.Note ?? "").Split('\n')[0]);
        outbox.Say(
            Address.Person(draft.TenantId, person),
            end.Kind == DraftEventKind.StrayRemoved
                ? view.Language.Say(
                    $"No.{draft.Number}：別のアカウントに出ていた投稿は、{end.Who}さんが「消した」と記録しました。\n{url}",
                    $"No.{draft.Number}: {end.Who} recorded that the post under another account was removed.\n{url}"
                )
                : view.Language.Say(
                    $"No.{draft.Number}：別のアカウントに出ている投稿は、{end.Who}さんが「残す」と記録しました。理由：{reason}\n{url}",
                    $"No.{draft.Number}: {end.Who} recorded that the post under another account stays. Reason: {reason}\n{url}"
                ),
            DraftTurns.Subject(draft)
        );
    }

    /// <summary>
    /// The card that was pressed: the message of the alarm, or the draft's, whatever state it is in. What else was typed in it stays.
    /// </summary>
    private AdaptiveCard Card(Draft draft, ParsedTurn turn, AdaptiveContainer? notice, StrayInput? typed)
    {
        var (me, action) = (turn.Actor!.ObjectId, turn.Action!);
        var view = views.Of(draft, me) with { Stray = typed };
        if (AdviseForm.Find(draft, action) is { } stray)
        {
            var advice = TypedText.Of(action[ApprovalFields.NoteText], AdviseForm.MaxWords);
            return view.Fitting(fitted => TellDifference.Card(fitted, stray, notice, advice));
        }

        var isPosting = draft.Status is DraftStatus.Approved or DraftStatus.Posted;
        return isPosting && posters.NameOf(turn, draft) is not null
            ? view.Fitting(fitted => PostingCard.For(fitted, notice, PostInput.Of(action)))
            : DraftCards.For(view, me, notice);
    }

    private static bool IsOnAlarm(ParsedTurn turn) => turn.Action![ApprovalFields.AdviceOf].Length > 0;
}
