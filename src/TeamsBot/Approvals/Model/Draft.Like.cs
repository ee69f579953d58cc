namespace TeamsBot.Approvals.Model;

/// <summary>A like is published too: it shows whom the organisation agrees with, and takes the way of a post [private-3-5-2].</summary>
internal sealed partial class Draft
{
    /// <summary>
    /// The address of the post that the account is to like; null for a post of its own. It is the whole text of such a draft.
    /// </summary>
    public string? LikeOf { get; private set; }

    public static Draft StartLike(
        int number,
        string tenantId,
        Reviewer author,
        string section,
        Uri post,
        string? threadId,
        DateTimeOffset now
    )
    {
        var draft = Start(number, tenantId, author, section, post.AbsoluteUri, threadId, now);
        draft.LikeOf = post.AbsoluteUri;
        return draft;
    }
}
