using TeamsBot.Checks;
using TeamsBot.Packs;

namespace TeamsBot.Approvals.Model;

/// <summary>What the author does: fill in, change, hand in, take back.</summary>
internal sealed partial class Draft
{
    /// <summary>
    /// Sets where and when it is to appear, and how secret it is. Changing one of these after approval reopens the review, because the
    /// approval was bound to it; an exception granted for the text ends with them too.
    /// </summary>
    public Refusal? Plan(string actorId, DraftPlan plan, DateTimeOffset now)
    {
        if (EditRefusal(actorId) is { } refusal) return refusal;
        var (hash, before) = (CurrentHash, (InformationClass, IsEmbargoed));
        if (Note != plan.Note) Stamp++;
        (AccountId, InformationClass, IsEmbargoed, PlannedAt, Note) =
            (plan.AccountId, plan.InformationClass, plan.IsEmbargoed, plan.PlannedAt, plan.Note);
        if (hash == CurrentHash && before == (InformationClass, IsEmbargoed)) return null;
        Current.Unlift();
        Reopen(now);
        return null;
    }

    /// <summary>Begins with the account of the author's last post; that nobody chose it is remembered.</summary>
    public void BeginWith(string accountId, DateTimeOffset now)
    {
        if (Plan(AuthorId, new DraftPlan(accountId, null, false, null, ""), now) is null)
            Sit(AuthorId, SeatOf(AuthorId) with { Preset = accountId });
    }

    /// <summary>The account is still the one it began with.</summary>
    public bool IsAccountPreset => Status == DraftStatus.Composing && AccountId is { } id && SeatOf(AuthorId).Preset == id;

    /// <summary>Replaces the text by a new revision. The same text again changes nothing.</summary>
    public Refusal? Revise(string actorId, string text, DateTimeOffset now)
    {
        if (EditRefusal(actorId) is { } refusal) return refusal;
        var unified = Revision.Unify(text);
        if (unified.Length == 0) return Refusal.NoText;
        if (unified.Length > Revision.MaxLength) return Refusal.TooLong;
        if (unified == Current.Text) return null;
        if (LikeOf is not null) return Refusal.LikeKeepsAddress;
        Reopen(now);
        revisions.Add(Revision.Of(Number, Current.Number + 1, unified, now));
        Happened(DraftEventKind.Revised, AuthorName, now);
        return null;
    }

    /// <summary>The writer's answers to warnings of the current text.</summary>
    public void Answer(IReadOnlyDictionary<string, string> answers)
    {
        if (Current.Answered(answers)) Stamp++;
    }

    /// <summary>
    /// Hands the draft in. Holds it back where the checks say stop, where a block was not lifted, or a warning has no answer (rules.md
    /// 1.1).
    /// </summary>
    public Refusal? Submit(string actorId, ReviewRoute route, ClassPosting posting, DateTimeOffset now)
    {
        if (SubmitRefusal(actorId, posting, now) is { } refusal) return refusal;
        MoveTo(route.StopFor(RouteStep.SecondReview) is null ? DraftStatus.AwaitingDecision : DraftStatus.InReview, now);
        Route = route;
        IsLiftAsked = false;
        Current.Submitted(now);
        Ask(Status == DraftStatus.InReview ? RouteStep.SecondReview : RouteStep.FinalDecision, now);
        Happened(DraftEventKind.Submitted, AuthorName, now, route.Standing?.Display);
        return null;
    }

    /// <summary>What would hold the draft back if it were handed in now, or null.</summary>
    public Refusal? SubmitRefusal(string actorId, ClassPosting posting, DateTimeOffset now)
    {
        if (!IsAuthor(actorId)) return Refusal.NotAuthor;
        if (Status is not (DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired)) return Refusal.NotNow;
        if (AccountId is null) return Refusal.NoAccount;
        if (InformationClass is null) return Refusal.NoInformationClass;
        if (posting == ClassPosting.Never) return Refusal.ClassNotPublishable;
        if (IsEmbargoed && PlannedAt is null) return Refusal.EmbargoNeedsTime;
        if (PlannedAt <= now) return Refusal.PlannedTimePast;
        if (Has(Severity.Stop)) return Refusal.StopFindings;
        if (posting == ClassPosting.HeadReason && Current.LiftedBy is null) return Refusal.ClassNeedsHead;
        if (Has(Severity.Block) && Current.LiftedBy is null) return Refusal.BlockFindings;
        return Unanswered.Any() ? Refusal.WarningsUnanswered : null;
    }

    /// <summary>Warnings the writer has neither fixed nor answered.</summary>
    public IEnumerable<DraftFinding> Unanswered => Current.Findings.Where(finding =>
        finding.Severity == Severity.Warn && string.IsNullOrWhiteSpace(Current.Answers.GetValueOrDefault(finding.Key)));

    public Refusal? Withdraw(string actorId, DateTimeOffset now)
    {
        if (!IsAuthor(actorId)) return Refusal.NotAuthor;
        if (IsClosed) return Refusal.NotNow;
        LoseApproval();
        IsLiftAsked = false;
        MoveTo(DraftStatus.Withdrawn, now);
        Happened(DraftEventKind.Withdrawn, AuthorName, now);
        return null;
    }

    /// <summary>The author stops what was handed in to change it: nobody is asked any more, the draft is one being written again.</summary>
    public Refusal? TakeBack(string actorId, DateTimeOffset now)
    {
        if (!IsAuthor(actorId)) return Refusal.NotAuthor;
        if (Status is not (DraftStatus.InReview or DraftStatus.AwaitingDecision or DraftStatus.Approved)) return Refusal.NotNow;
        Reopen(now);
        return null;
    }

    /// <summary>
    /// What its author did just now took the approval back, while the text stands in the chat, ready to be copied. Not kept: said once, by
    /// the answer to that.
    /// </summary>
    public bool HasVoidText { get; private set; }

    /// <summary>
    /// What its author did just now took an approval back: those who gave it think that it will be posted. Not kept, as
    /// <see cref="HasVoidText"/>.
    /// </summary>
    public bool HasLostApproval { get; private set; }

    /// <summary>The person confirmed or approved what was handed in last.</summary>
    public bool HasAgreed(string personId)
    {
        var handedIn = events.FindLast(happened => happened.Kind == DraftEventKind.Submitted)?.At;
        return Reviews.Any(review =>
            review.Decision == Decision.Approve && review.AskedAt >= handedIn && Same(review.ReviewerId, personId));
    }

    private void LoseApproval()
    {
        HasVoidText |= IsHandedOut;
        HasLostApproval |= Status == DraftStatus.Approved;
        (ApprovedHash, ApprovedAt) = (null, null);
    }

    private Refusal? EditRefusal(string actorId)
    {
        if (!IsAuthor(actorId)) return Refusal.NotAuthor;
        return IsClosed || Status == DraftStatus.OnHold ? Refusal.NotNow : null;
    }

    /// <summary>An edit takes a draft out of every later state: what reviewers said was about another text.</summary>
    private void Reopen(DateTimeOffset now)
    {
        if (Status is DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired)
        {
            ChangedAt = now;
            Stamp++;
            return;
        }

        LoseApproval();
        MoveTo(DraftStatus.Composing, now);
        Happened(DraftEventKind.Revised, AuthorName, now);
    }

    private void Ask(RouteStep step, DateTimeOffset now)
    {
        foreach (var reviewer in Route!.StopFor(step)!.Reviewers) Ask(step, reviewer, now);
    }

    private void Ask(RouteStep step, Reviewer reviewer, DateTimeOffset now)
    {
        reviews.Add(Review.Ask(this, step, reviewer, now));
        Inform(reviewer.ObjectId);
    }
}

/// <summary>Where and when a draft is to appear.</summary>
internal sealed record DraftPlan(string? AccountId, string? InformationClass, bool IsEmbargoed, DateTimeOffset? PlannedAt, string Note);
