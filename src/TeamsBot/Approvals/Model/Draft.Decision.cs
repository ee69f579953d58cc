using TeamsBot.Checks;
using TeamsBot.Packs;

namespace TeamsBot.Approvals.Model;

/// <summary>What reviewers and heads do.</summary>
internal sealed partial class Draft
{
    /// <summary>Shortest reason that tells the author something (features.md b8), in UTF-16 units after trimming.</summary>
    public const int MinReason = 10;

    /// <summary>
    /// Takes the decision of one asked person about one revision. Nobody decides their own draft, nobody acts in two steps of one draft, a
    /// decision about another text than the current one does not count, and a second decision is refused.
    /// </summary>
    public Refusal? Decide(string actorId, Verdict verdict, DateTimeOffset now)
    {
        if (DecideRefusal(actorId, verdict, out var review) is { } refusal) return refusal;
        review!.Answer(
            verdict.Decision,
            verdict.Reason.Trim() is { Length: > 0 } reason ? reason : null,
            verdict.Decision == Decision.Approve ? verdict.Answers : null,
            now
        );
        KeepUnsent(actorId, "");
        MoveOn(review, verdict, now);
        return null;
    }

    private Refusal? DecideRefusal(string actorId, Verdict verdict, out Review? review)
    {
        review = null;
        if (IsAuthor(actorId)) return Refusal.OwnDraft;
        if (OpenReviewOf(actorId) is not { } asked) return WhyNotAsked(actorId);
        review = asked;
        if (verdict.RevisionNumber != Current.Number || verdict.Hash != CurrentHash) return Refusal.OldRevision;
        if (reviews.Any(other => other.Step != asked.Step && other.Decision is not null && Same(other.ReviewerId, actorId)))
        {
            return Refusal.AlreadyActedInOtherStep;
        }

        if (verdict.Decision != Decision.Approve && verdict.Reason.Trim().Length < MinReason)
            return verdict.Decision == Decision.Reject ? Refusal.RejectionReasonTooShort : Refusal.ReasonTooShort;
        if (verdict is { Decision: Decision.Approve, IsTextCut: true } && !HasOpened(actorId)) return Refusal.TextNotOpened;
        if (verdict.Decision == Decision.Approve && !verdict.IsConfirmed)
        {
            return asked.Step == RouteStep.SecondReview ? Refusal.ChecklistIncomplete : Refusal.NotConfirmed;
        }

        if (verdict is { Decision: Decision.Approve, Lacks.Count: > 0 }) return Refusal.GateUnmet;
        return verdict is { Decision: Decision.Approve, LeavesWords: true } ? Refusal.WordsOfReturn : null;
    }

    /// <summary>The planned time has come and nobody decided: the draft expires. Silence never approves (features.md d6).</summary>
    /// <param name="deadline">When it ends without a planned time; null where the organisation sets no days.</param>
    public bool Expire(DateTimeOffset now, DateTimeOffset? deadline = null)
    {
        if (Status is not (DraftStatus.InReview or DraftStatus.AwaitingDecision) || !(PlannedAt <= now || deadline <= now)) return false;
        MoveTo(DraftStatus.Expired, now);
        Happened(DraftEventKind.Expired, "", now);
        return true;
    }

    private void MoveOn(Review review, Verdict verdict, DateTimeOffset now)
    {
        switch (review.Decision, review.Step)
        {
            case (Decision.Approve, RouteStep.SecondReview)
                when Route?.Standing is { Holds: true } use && verdict.Standing is { Holds: true }:
                ApproveByStanding(review, use, now);
                break;
            case (Decision.Approve, RouteStep.SecondReview):
                if (Route?.Standing is { Holds: true } ended) LeaveStanding(ended, verdict.Standing);
                MoveTo(DraftStatus.AwaitingDecision, now);
                Ask(RouteStep.FinalDecision, now);
                Happened(DraftEventKind.ReviewApproved, review.Reviewer.Display, now, review.Reason);
                break;
            case (Decision.Approve, _):
                MoveTo(DraftStatus.Approved, now);
                (ApprovedHash, ApprovedAt) = (CurrentHash, now);
                Happened(DraftEventKind.Approved, review.Reviewer.Display, now, review.Reason);
                break;
            case (Decision.RequestChanges, _):
                MoveTo(DraftStatus.Returned, now);
                Happened(DraftEventKind.Returned, review.Reviewer.Display, now, review.Reason);
                break;
            default:
                MoveTo(DraftStatus.Rejected, now);
                Happened(DraftEventKind.Rejected, review.Reviewer.Display, now, review.Reason);
                break;
        }
    }

    private Refusal WhyNotAsked(string actorId) =>
        reviews.Any(review => Same(review.ReviewerId, actorId) && !review.IsOpen) ? Refusal.AlreadyDecided : Refusal.NotAssigned;

    /// <summary>The heads who are asked to let blocking findings pass; empty unless the author asked.</summary>
    public IReadOnlyList<Reviewer> LiftReviewers => IsLiftAsked ? Route?.StopFor(RouteStep.FinalDecision)?.Reviewers ?? [] : [];

    public bool IsLiftAskedOf(string personId) => LiftReviewers.Any(head => Same(head.ObjectId, personId));

    /// <summary>The author asks the head to let blocking findings pass. A stop is never lifted (rules.md 1.1).</summary>
    public Refusal? AskLift(string actorId, ReviewRoute route, ClassPosting posting, string reason, DateTimeOffset now)
    {
        if (!IsAuthor(actorId)) return Refusal.NotAuthor;
        if (Status is not (DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired)) return Refusal.NotNow;
        if (Has(Severity.Stop)) return Refusal.StopFindings;
        if (Current.LiftedBy is not null || !(Has(Severity.Block) || posting == ClassPosting.HeadReason)) return Refusal.NothingToLift;
        if (reason.Trim().Length < MinReason) return Refusal.LiftReasonMissing;
        (Route, IsLiftAsked) = (route, true);
        foreach (var head in LiftReviewers) Inform(head.ObjectId);
        Happened(DraftEventKind.LiftAsked, AuthorName, now, reason.Trim());
        return null;
    }

    /// <summary>The head's answer to <see cref="AskLift"/>: in writing either way, for this text only.</summary>
    public Refusal? Lift(string actorId, bool isGranted, string reason, int revisionNumber, DateTimeOffset now)
    {
        if (IsAuthor(actorId)) return Refusal.OwnDraft;
        if (LiftReviewers.FirstOrDefault(reviewer => Same(reviewer.ObjectId, actorId)) is not { } head)
            return IsLiftAsked ? Refusal.NotHead : Refusal.NothingToLift;
        if (revisionNumber != Current.Number) return Refusal.OldRevision;
        if (Has(Severity.Stop)) return Refusal.StopFindings;
        if (reason.Trim().Length < MinReason) return Refusal.LiftAnswerTooShort;
        if (isGranted) Current.Lifted(head.Display, reason.Trim());
        Happened(isGranted ? DraftEventKind.Lifted : DraftEventKind.LiftRefused, head.Display, now, reason.Trim());
        IsLiftAsked = false;
        return null;
    }
}

/// <summary>What a reviewer's card says: the decision, and which text it was about.</summary>
/// <param name="Hash"><see cref="Revision.HashOf"/> of what the reviewer had before the eyes.</param>
/// <param name="IsConfirmed">The second reviewer ticked all items; the head had before the eyes that what is published cannot be erased, or
/// ticked it.</param>
internal sealed record Verdict(Decision Decision, string Reason, int RevisionNumber, string Hash, bool IsConfirmed)
{
    /// <summary>How the range approved ahead, by which the draft was handed in, counts now; null where it was handed in by none.</summary>
    public StandingUse? Standing { get; init; }

    /// <summary>The decider's card has no room for all of the text.</summary>
    public bool IsTextCut { get; init; }

    /// <summary>Words for a return stand on the card of an approval, and the presser was not asked yet what becomes of them.</summary>
    public bool LeavesWords { get; init; }

    /// <summary>What was ticked and written for the pack's gates.</summary>
    public GateAnswers? Answers { get; init; }

    /// <summary>What these answers lack of the pack's gates and of the checklist's remarks; empty where nothing is missing.</summary>
    public IReadOnlyList<GateProblem> Lacks { get; init; } = [];
}
