using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Reviewing;

/// <summary>
/// Words that came too late to be a decision go to the author as a note. The draft itself is not changed by it: a change would replace the
/// author's card, in which they may be correcting the text at this moment.
/// </summary>
internal sealed class SendNote(
    DraftTurns turns,
    DraftViews views,
    DraftTelling telling,
    AuthorNotes notes,
    OutboxWriter outbox,
    AuditTrail audit,
    PeopleDirectory people
)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var (me, say) = (turn.Actor!.ObjectId, turns.Language(turn));
        if (draft.SeatOf(me).Unsent.Length == 0 || people.Find(turn.Actor) is not { } person)
            return turns.Say(turn, draft, say.Say("この内容は、もう送ってあります。", "This was sent already."));
        var words = DraftInput.Reason(turn.Action![ApprovalFields.NoteText]);
        if (words.Length == 0)
            return turns.Say(
                turn,
                draft,
                say.Say("送る内容を入力してから、もう一度押してください。", "Enter what is to be sent and press again.")
            );
        notes.Send(draft, person, words);
        audit.Record(turn.Actor, "draft.note", DraftTurns.Subject(draft), new { revision = draft.Current.Number, words });
        TellDeciders(draft, me, person.Name, words);
        draft.KeepUnsent(me, "");
        var sentence = say.Say($"{draft.AuthorName}さんに連絡として送りました。", $"Sent to {draft.AuthorName} as a note.");
        var card = DraftCards.Late(views.Of(draft, me), me, CardParts.Notice(NoticeKind.Done, sentence));
        telling.Answer(draft, me, card, isNoted: true);
        return DraftTurns.Answer(turn, card, sentence);
    }

    /// <summary>Whoever is about to decide reads what the second member of staff found, who was a moment too late to say it.</summary>
    private void TellDeciders(Draft draft, string from, string name, string words)
    {
        foreach (
            var review in draft.OpenReviews.Where(review =>
                review.Step == RouteStep.FinalDecision && !PersonId.IsSame(review.ReviewerId, from)
            )
        )
            outbox.Say(
                Address.Person(draft.TenantId, review.ReviewerId),
                views.Of(draft, review.ReviewerId).Language.Say(
                    $"決裁をお願いしている No.{draft.Number} について、{name}さんが{draft.AuthorName}さんに次の連絡をしました。\n{words}",
                    $"About No.{draft.Number}, which waits for your decision, {name} wrote to {draft.AuthorName}:\n{words}"
                ),
                DraftTurns.Subject(draft)
            );
    }
}
