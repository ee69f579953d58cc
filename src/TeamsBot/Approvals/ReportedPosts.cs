using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Data;

namespace TeamsBot.Approvals;

/// <summary>Which drafts were reported with which address: one post is the post of one draft.</summary>
internal sealed class ReportedPosts(BotDbContext db)
{
    /// <summary>More drafts than this are not looked into for one address.</summary>
    private const int Most = 20;

    /// <summary>The drafts whose post this is, the newest first.</summary>
    public async Task<IReadOnlyList<int>> OfAsync(string tenant, Uri address, CancellationToken cancellationToken)
    {
        // What every form of the address has in common; which of them are the same post is compared here.
        var key = PostAddress.KeyOf(address);
        if (key.Length == 0) return [];
        var reported = await db
            .Drafts.Where(draft =>
                draft.TenantId == tenant
                && draft.Status == DraftStatus.Posted
                && draft.LikeOf == null
                && draft.PostedUrl != null
                && draft.PostedUrl.Contains(key)
            )
            .OrderByDescending(draft => draft.Number)
            .Select(draft => new { draft.Number, draft.PostedUrl })
            .ToListAsync(cancellationToken);
        return
        [
            .. reported
                .Where(post => Uri.TryCreate(post.PostedUrl, UriKind.Absolute, out var posted) && PostAddress.IsSame(posted, address))
                .Take(Most)
                .Select(post => post.Number),
        ];
    }

    /// <summary>
    /// Pasted for the wrong draft, most likely: two that were approved at once are posted one after the other. Only where each post has an
    /// address of its own: all messages of a LINE account are reported with the account's, and pages of the own site change.
    /// </summary>
    public async Task<bool> IsOfAnotherAsync(Draft draft, Uri address, CancellationToken cancellationToken) =>
        PostSite.Of(address.IdnHost) is { PageIsEnough: false }
        && (await OfAsync(draft.TenantId, address, cancellationToken)).Any(number => number != draft.Number);
}
