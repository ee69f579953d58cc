namespace TeamsBot.Approvals.Model;

/// <summary>
/// A draft that comes before its reviewers once more: what they had in hand, what they said, and whether anything was done about it.
/// </summary>
internal sealed partial class Draft
{
    /// <summary>The last return by somebody who had read it; one for want of a route says nothing about the text.</summary>
    public DraftEvent? LastReturn() => events.FindLast(happened => happened.Kind == DraftEventKind.Returned && happened.Who != RouteKeeper);

    /// <summary>The text as it was handed in the time before the last; null where it was handed in once.</summary>
    public Revision? LastRound() =>
        events.Where(happened => happened.Kind == DraftEventKind.Submitted).TakeLast(2).ToList() is [var before, _]
            ? revisions.Find(revision => revision.Number == before.RevisionNumber)
            : null;

    /// <summary>
    /// It was sent back and is about to go out again with the very text that was found wanting. What is liked has no text of ours.
    /// </summary>
    public bool IsUnchangedSinceReturn() => Status == DraftStatus.Returned && LikeOf is null && LastReturn() is { } returned
        && revisions.Find(revision => revision.Number == returned.RevisionNumber)?.Text == Current.Text
        && !events.Exists(happened => happened.Ordinal > returned.Ordinal && happened.Kind == DraftEventKind.PicturesChanged);
}
