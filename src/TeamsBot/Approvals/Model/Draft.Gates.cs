namespace TeamsBot.Approvals.Model;

/// <summary>Gates on the way: the two presses of the last approval, and what the author ticked.</summary>
internal sealed partial class Draft
{
    /// <summary>
    /// Approving at this step makes the draft approved: the head's, or the second reviewer's where the head approved ahead.
    /// </summary>
    public bool IsLastStop(RouteStep step) => step == RouteStep.FinalDecision || Route?.Standing is { Holds: true };

    /// <summary>
    /// The first press of the last approval: everything an approval needs is checked and kept, and the final text is put before the
    /// approver. Nothing is approved by it.
    /// </summary>
    public Refusal? ShowFinal(string actorId, Verdict verdict, DateTimeOffset now)
    {
        if (DecideRefusal(actorId, verdict, out var review) is { } refusal) return refusal;
        review!.Show(new ShownApproval(Revision.TextHashOf(Current.Text), CurrentHash, now, verdict.Reason.Trim()), verdict.Answers);
        ChangedAt = now;
        Stamp++;
        return null;
    }

    /// <summary>The approver wants to look again; the first press counts no more.</summary>
    public Refusal? TakeBackFinal(string actorId, DateTimeOffset now)
    {
        if (OpenReviewOf(actorId) is not { Shown: not null } review) return WhyNotAsked(actorId);
        review.Hide();
        ChangedAt = now;
        Stamp++;
        return null;
    }

    /// <summary>What the author ticked when handing in, for the story [asaka-2-1a, ward-4-8].</summary>
    public void Ticked(DraftEventKind kind, string sentence, DateTimeOffset now) => Happened(kind, AuthorName, now, sentence);
}
