namespace TeamsBot.Approvals.Model;

/// <summary>How questions end that their reader did not answer, or answered before something else happened.</summary>
internal sealed partial class Draft
{
    private static readonly DraftEventKind[] Steps =
    [
        DraftEventKind.Submitted, DraftEventKind.ReviewApproved, DraftEventKind.Approved, DraftEventKind.StandingApproved,
        DraftEventKind.Returned, DraftEventKind.Rejected, DraftEventKind.Withdrawn, DraftEventKind.Expired, DraftEventKind.Posted,
        DraftEventKind.Lifted, DraftEventKind.LiftRefused,
    ];

    /// <summary>
    /// What brought the draft where those who were asked find it: a decision, its end, or that its author made it a draft again; null
    /// before it was handed in.
    /// </summary>
    public DraftEvent? Ended()
    {
        var step = events.FindLastIndex(happened => Array.IndexOf(Steps, happened.Kind) >= 0);
        if (step < 0) return null;
        // What came back is the author's already; any change of what others have in hand takes it from them.
        var isTakenBack =
            Status == DraftStatus.Composing
            && events[step].Kind
                is DraftEventKind.Submitted
                    or DraftEventKind.ReviewApproved
                    or DraftEventKind.Approved
                    or DraftEventKind.StandingApproved;
        return (isTakenBack ? events.Skip(step).FirstOrDefault(happened => happened.Kind == DraftEventKind.Revised) : null) ?? events[step];
    }
}
