namespace TeamsBot.Approvals.Model;

/// <summary>What happens after approval: the text is handed out, posted by a person, and reported with proof.</summary>
internal sealed partial class Draft
{
    /// <summary>The poster confirmed the account and gets the approved text to copy (features.md b15).</summary>
    public Refusal? HandOut(string who, DateTimeOffset now)
    {
        if (Status != DraftStatus.Approved) return Refusal.NotNow;
        if (IsEmbargoed && now < PlannedAt) return Refusal.TooEarly;
        Happened(DraftEventKind.TextHandedOut, who, now);
        return null;
    }

    /// <summary>
    /// Takes the report that the draft was posted. A text that is not the approved one leaves the draft where it is and is written down,
    /// because what stands in public is then something nobody approved.
    /// </summary>
    public Refusal? MarkPosted(string who, string url, string text, DateTimeOffset now, out PostedComparison comparison)
    {
        comparison = PostedComparison.Different;
        if (Status != DraftStatus.Approved) return Refusal.NotNow;
        if (IsEmbargoed && now < PlannedAt) return Refusal.TooEarly;
        if (string.IsNullOrWhiteSpace(text)) return Refusal.PostedTextMissing;
        comparison = PostedText.Compare(Current.Text, text);
        if (comparison == PostedComparison.Different || CurrentHash != ApprovedHash)
        {
            comparison = PostedComparison.Different;
            Happened(DraftEventKind.PostedTextDiffered, who, now);
            return null;
        }

        MoveTo(DraftStatus.Posted, now);
        (PostedUrl, PostedAt) = (url, now);
        Happened(DraftEventKind.Posted, who, now, url);
        return null;
    }

    /// <summary>Nothing may be posted before the head's decision; that it was is written down and changes no state [asaka-6-1].</summary>
    public bool IsUndecided => Status is not (DraftStatus.Approved or DraftStatus.Posted);

    /// <summary>Somebody says that it was posted all the same.</summary>
    public void ReportUnapproved(string who, DateTimeOffset now) => Happened(DraftEventKind.UnapprovedPost, who, now);
}
