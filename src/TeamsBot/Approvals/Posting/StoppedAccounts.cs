using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Posting;

/// <summary>
/// Sees at the end of each turn which accounts were stopped, or may be posted to again. The approved texts are in their authors' hands by
/// then: each hears by a message that it is not to be posted, and later that it may.
/// </summary>
internal sealed class StoppedAccounts(BotDbContext db, DraftViews views, DraftTelling telling, OutboxWriter outbox)
{
    /// <summary>Of one account so many texts are never waiting to be posted at once.</summary>
    private const int Most = 50;

    public async Task RunAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Actor is not { } actor) return;
        var stops = db.ChangeTracker.Entries<AccountStop>().ToList();
        // Most turns read none of them; what one did not change is nobody's news.
        foreach (var stop in stops.Where(stop => stop.State is EntityState.Added or EntityState.Modified))
            await TellAsync(actor.TenantId, stop.Entity.AccountId, cancellationToken);
    }

    private async Task TellAsync(string tenant, string accountId, CancellationToken cancellationToken)
    {
        var numbers = await db.Drafts
            .Where(draft => draft.TenantId == tenant && draft.AccountId == accountId && draft.Status == DraftStatus.Approved)
            .OrderBy(draft => draft.Number).Select(draft => draft.Number).Take(Most).ToListAsync(cancellationToken);
        foreach (var number in numbers)
        {
            if (await db.FindDraftAsync(number, tenant, cancellationToken) is not { } draft) continue;
            var say = views.Of(draft, draft.AuthorId).Language;
            var title = DraftTitle.Of(draft);
            outbox.Say(
                Address.Person(tenant, draft.AuthorId),
                views.Shut(draft, say) is { } shut
                    ? say.Say(
                        $"No.{number}「{title}」は、まだ投稿しないでください。{shut}",
                        $"Please do not post No.{number} ({title}) for now. {shut}"
                    )
                    : say.Say(
                        $"No.{number}「{title}」は、投稿できるようになりました。内容がいまも正しいかを確かめてから投稿してください。",
                        $"No.{number} ({title}) may be posted again. Please check first that it is still right."
                    ),
                DraftTurns.Subject(draft)
            );
            telling.Tell(draft);
        }
    }
}
