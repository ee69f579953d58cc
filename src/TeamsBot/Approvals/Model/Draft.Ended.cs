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
    /// How that ended of which a person's card was before this call, for the line that stays of it. A request of another round comes after
    /// the end of the round before; null where there was none, or the call tells no end.
    /// </summary>
    public DraftEvent? Before(DraftCall call)
    {
        if (call.Kind is DraftCallKind.Rerouted or DraftCallKind.StillWaiting) return null;
        if (call.Kind is DraftCallKind.PostedByOther) return events.FindLast(IsNews);
        if (!call.IsRequest) return Ended();
        var handedIn = events.FindLastIndex(happened => happened.Kind is DraftEventKind.Submitted or DraftEventKind.LiftAsked);
        var earlier = events.Take(handedIn).ToList();
        var ended = earlier.FindLast(happened => Array.IndexOf(Ends, happened.Kind) >= 0);
        var handedInBefore = earlier.FindLast(happened => happened.Kind == DraftEventKind.Submitted);
        // Taken back by the author, which is told as a change of the text.
        return handedInBefore is not null && !(ended?.Ordinal > handedInBefore.Ordinal)
            ? earlier.Find(happened => happened.Kind == DraftEventKind.Revised && happened.Ordinal > handedInBefore.Ordinal) ?? ended
            : ended;
    }

    private static readonly DraftEventKind[] Ends =
    [
        DraftEventKind.Returned, DraftEventKind.Rejected, DraftEventKind.Expired, DraftEventKind.Withdrawn,
        DraftEventKind.Lifted, DraftEventKind.LiftRefused,
    ];

    /// <summary>Its author took it from those who were asked.</summary>
    public bool IsTakenBack => Ended()?.Kind is DraftEventKind.Revised or DraftEventKind.Withdrawn;

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
