namespace TeamsBot.Approvals.Model;

/// <summary>The short route: what the writer claims, and how a range approved ahead ends the way of a draft [asaka-5-2].</summary>
internal sealed partial class Draft
{
    /// <summary>The range the writer says the draft falls into; null for the full route.</summary>
    public StandingClaim? Claim { get; private set; }

    /// <summary>Only while it can still be handed in: a claim in later states would change the route under the reviewers' hands.</summary>
    public bool MayClaim => Status is DraftStatus.Composing or DraftStatus.Returned or DraftStatus.Expired;

    /// <summary>Takes the claim, or takes it back with null. Whether it holds is judged when the draft is handed in.</summary>
    public Refusal? ClaimRange(string actorId, StandingClaim? claim, DateTimeOffset now)
    {
        if (EditRefusal(actorId) is { } refusal) return refusal;
        if (!MayClaim) return Refusal.NotNow;
        if (Claim == claim) return null;
        Claim = claim;
        ChangedAt = now;
        Stamp++;
        return null;
    }

    /// <summary>The second member of staff approved and the head's decision was given ahead.</summary>
    private void ApproveByStanding(Review review, StandingUse use, DateTimeOffset now)
    {
        MoveTo(DraftStatus.Approved, now);
        (ApprovedHash, ApprovedAt) = (CurrentHash, now);
        Happened(DraftEventKind.ReviewApproved, review.Reviewer.Display, now, review.Reason);
        Happened(DraftEventKind.StandingApproved, review.Reviewer.Display, now, use.Display);
    }

    /// <summary>The range ended or changed while the draft was under review: the decision is the head's again.</summary>
    private void LeaveStanding(StandingUse use, StandingUse? now) => Route = Route! with
    {
        Standing = use with { WhyNot = now is { ExpiresOn: not null, WhyNot: { } changed } ? $"確認中に変わりました：{changed}" : "確認中に事前承認が終わりました。" },
    };
}
