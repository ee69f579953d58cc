using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>Which drafts wait for a person's own answer: a review, a decision, or the judgement of an exception.</summary>
internal sealed class WaitingDrafts(BotDbContext db)
{
    private static readonly List<DraftStatus> BeforeReview = [DraftStatus.Composing, DraftStatus.Returned, DraftStatus.Expired];

    /// <returns>Their numbers, the oldest first.</returns>
    public async Task<IReadOnlyList<int>> OfAsync(Actor actor, CancellationToken cancellationToken)
    {
        var (tenant, me) = (actor.TenantId, actor.ObjectId);
        var asked = await db
            .Drafts.Where(draft =>
                draft.TenantId == tenant && draft.Reviews.Any(review => review.ReviewerId == me && review.ClosedAt == null)
            )
            .Select(draft => draft.Number)
            .ToListAsync(cancellationToken);
        // Whom an exception is asked of stands in the route, which is stored whole; few drafts wait for one at a time.
        var lifts = await db
            .Drafts.AsNoTracking()
            .Where(draft => draft.TenantId == tenant && BeforeReview.Contains(draft.Status) && draft.IsLiftAsked)
            .ToListAsync(cancellationToken);
        var judged = lifts.Where(draft => draft.IsLiftAskedOf(me)).Select(draft => draft.Number);
        return [.. asked.Concat(judged).Distinct().Order()];
    }
}
