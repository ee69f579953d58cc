using System.Globalization;
using TeamsBot.Cards;
using TeamsBot.Checks;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals;

/// <summary>A second reviewer or a head answers. Who they are and what is asked of them comes from the database, never from the card.</summary>
internal sealed class DecideReview(DraftTurns turns, DraftViews views)
{
    public async Task<Reply> Handle(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return await turns.NotYoursAsync(turn, cancellationToken);
        var (actor, action) = (turn.Actor!.ObjectId, turn.Action!);
        if (draft.Expire(turns.Now)) return turns.Expired(turn, draft);
        if (!Enum.TryParse<Decision>(action[ApprovalFields.Decision], ignoreCase: false, out var decision) || !Enum.IsDefined(decision)) return turns.Refuse(turn, draft, Refusal.OldRevision);
        var review = draft.OpenReviewOf(actor);
        var input = Read(action);
        var verdict = new Verdict(decision, Reason(input), Revision(action), action["hash"], IsConfirmed(review, input));
        if (draft.Decide(actor, verdict, turns.Now) is { } refusal) return Refuse(turn, draft, review, input, refusal);
        return turns.Done(turn, draft, $"draft.{Name(decision)}", Proof(draft, review!), Said(draft, decision));
    }

    /// <summary>The head's answer about blocking findings.</summary>
    public async Task<Reply> HandleLift(TurnContext turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return await turns.NotYoursAsync(turn, cancellationToken);
        var (action, isGranted) = (turn.Action!, turn.Action![ApprovalFields.Decision] == "grant");
        var reason = CredentialMask.Mask(DraftInput.Reason(action[ApprovalFields.Reason]).Trim()).Text;
        if (!DraftTurns.IsCurrent(turn, draft) || action["hash"] != draft.CurrentHash) return turns.Refuse(turn, draft, Refusal.OldRevision);
        if (draft.Lift(turn.Actor!.ObjectId, isGranted, reason, Revision(action), turns.Now) is { } refusal)
        {
            turns.RecordRefused(turn, draft, refusal);
            var sentence = refusal.Sentence(draft, turns.Now);
            return refusal == Refusal.ReasonTooShort
                ? DraftTurns.Answer(turn, views.Of(draft).Fitting(view => LiftCard.For(view, CardParts.Notice(NoticeKind.Attention, sentence), reason)), sentence)
                : turns.Refuse(turn, draft, refusal);
        }

        return turns.Done(turn, draft, isGranted ? "draft.lift" : "draft.refuseLift", new { revision = draft.Current.Number, hash = draft.CurrentHash, reason },
            isGranted ? "例外として認めました。起案者が確認に回せるようになりました。" : "例外を認めないことを起案者に伝えました。");
    }

    /// <summary>What was typed and ticked stays on the card, with what is missing said above it (protocol.md 4.3 rule 9).</summary>
    private Reply Refuse(TurnContext turn, Draft draft, Review? review, ReviewInput input, Refusal refusal)
    {
        turns.RecordRefused(turn, draft, refusal);
        if (review is not { IsOpen: true }) return turns.Refuse(turn, draft, refusal);
        var sentence = refusal.Sentence(draft, turns.Now);
        return DraftTurns.Answer(turn, views.Of(draft).Fitting(view => ReviewerCard.For(view, review, CardParts.Notice(NoticeKind.Attention, sentence), input)), sentence);
    }

    private static ReviewInput Read(CardAction action) => new(
        CredentialMask.Mask(action[ApprovalFields.Reason]).Text,
        action[ApprovalFields.QuickReason],
        [.. ReviewerCard.Items.Select(item => item.Id).Append(ApprovalFields.Confirmed).Where(id => action[id] == "true")]);

    private static string Reason(ReviewInput input) => DraftInput.Reason(string.Join(" ", new[] { input.QuickReason.Trim(), input.Reason.Trim() }.Where(part => part.Length > 0)));

    private static bool IsConfirmed(Review? review, ReviewInput input) => review?.Step == RouteStep.SecondReview
        ? ReviewerCard.Items.All(item => input.Ticked.Contains(item.Id))
        : input.Ticked.Contains(ApprovalFields.Confirmed);

    private static int Revision(CardAction action) =>
        int.TryParse(action["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Name(Decision decision) => decision switch
    {
        Decision.Approve => "approve",
        Decision.RequestChanges => "return",
        _ => "reject",
    };

    private static object Proof(Draft draft, Review review) => new
    {
        revision = review.RevisionNumber,
        hash = draft.CurrentHash,
        step = review.Step.ToString(),
        reason = review.Reason,
        onBehalfOf = review.OnBehalfOf,
    };

    private static string Said(Draft draft, Decision decision) => (decision, draft.Status) switch
    {
        (Decision.Approve, DraftStatus.AwaitingDecision) => "確認済みにしました。決裁へ進みます。まだ投稿はされません。",
        (Decision.Approve, _) => "承認しました。起案者が投稿します。まだ投稿はされていません。",
        (Decision.RequestChanges, _) => "差し戻しました。理由を起案者に伝えました。",
        _ => "却下しました。理由を起案者に伝えました。",
    };
}
