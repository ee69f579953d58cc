using AdaptiveCards;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Reviewing;

/// <summary>
/// 「全文を開く」: the whole of a text that the card has no room for, as messages of its own. That somebody who is asked had it is written down:
/// without it the text is not approved.
/// </summary>
internal sealed class OpenText(DraftTurns turns, DraftViews views, OutboxWriter outbox, AuditTrail audit, Pack pack)
{
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        var me = turn.Actor!.ObjectId;
        WholeText.Send(outbox, Address.Person(draft.TenantId, me), draft.Current.Text);
        draft.Begin(me);
        if (draft.Opens(me, turns.Now))
        {
            audit.Record(
                turn.Actor,
                "draft.openText",
                DraftTurns.Subject(draft),
                new { revision = draft.Current.Number, hash = draft.CurrentHash },
                draft.State
            );
        }

        var said = turns.Language(turn).Say("全文を、次のメッセージでお送りします。", "The whole text comes in the next message.");
        return draft.OpenReviewOf(me) is { } review ? Asked(turn, draft, review, said)
            : Typed(turn, draft, CardParts.Notice(NoticeKind.Info, said)) is { } card ? DraftTurns.Answer(turn, card, said)
            : turns.Say(turn, draft, said);
    }

    /// <summary>
    /// The card of the head who is asked for an exception, or of the poster, with what was typed before the press; null where there is
    /// no such card, or nothing was typed in the poster's.
    /// </summary>
    private AdaptiveCard? Typed(ParsedTurn turn, Draft draft, AdaptiveContainer notice)
    {
        var (me, reason, post) = (
            turn.Actor!.ObjectId,
            DraftInput.Reason(turn.Action![ApprovalFields.Reason]),
            PostInput.Of(turn.Action)
        );
        if (draft.IsLiftAskedOf(me)) return views.Of(draft, me).Fitting(view => LiftCard.For(view, notice, reason));
        return draft.IsAuthor(me) && draft.Status is DraftStatus.Approved or DraftStatus.Posted && (post.IsTyped || post.Reason.Length > 0)
            ? views.Of(draft, me).Fitting(view => PostingCard.For(view, notice, post))
            : null;
    }

    /// <summary>What was typed and ticked before the press stands there again.</summary>
    private Reply Asked(ParsedTurn turn, Draft draft, Review review, string said)
    {
        var press = ReviewPress.Read(turn.Action!, Decision.Approve, draft, review, pack.Approval);
        var card = views
            .Of(draft, review.ReviewerId)
            .Fitting(view =>
                ReviewerCard.For(view, review, CardParts.Notice(NoticeKind.Info, said), press.Input with { Problems = [] })
            );
        return DraftTurns.Answer(turn, card, said);
    }
}
