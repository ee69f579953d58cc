namespace TeamsBot.Approvals.Model;

/// <summary>
/// A draft that comes before its reviewers once more: what they had in hand, what they said, and whether anything was done about it.
/// </summary>
internal sealed partial class Draft
{
    /// <summary>The last return by somebody who had read it; one for want of a route says nothing about the text.</summary>
    public DraftEvent? LastReturn() => events.FindLast(happened => happened.Kind == DraftEventKind.Returned && happened.Who != RouteKeeper);

    /// <summary>
    /// The text as its readers had it before: the one that was sent back last, or else as it was handed in the time before the last. A
    /// round that its author took back in between would make a text that was changed for the return look unchanged. Null where it was
    /// handed in once.
    /// </summary>
    public Revision? LastRound()
    {
        var handedIn = events.FindAll(happened => happened.Kind == DraftEventKind.Submitted);
        if (handedIn is not [.., var before, var last]) return null;
        var isTakenBack = LastReturn()?.Ordinal < before.Ordinal && !events.Exists(IsAnsweredBetween);
        var seen = isTakenBack ? LastReturn()! : before;
        return revisions.Find(revision => revision.Number == seen.RevisionNumber);

        bool IsAnsweredBetween(DraftEvent happened) =>
            happened.Ordinal > before.Ordinal
            && happened.Ordinal < last.Ordinal
            && happened.Kind is DraftEventKind.ReviewApproved or DraftEventKind.Approved;
    }

    /// <summary>
    /// It was sent back and is about to go out again with the very text that was found wanting. What is liked has no text of ours.
    /// </summary>
    public bool IsUnchangedSinceReturn() => Status == DraftStatus.Returned && LikeOf is null && LastReturn() is { } returned
        && revisions.Find(revision => revision.Number == returned.RevisionNumber)?.Text == Current.Text
        && !events.Exists(happened => happened.Ordinal > returned.Ordinal && happened.Kind == DraftEventKind.PicturesChanged);
}
