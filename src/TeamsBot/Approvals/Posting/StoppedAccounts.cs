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
/// Sees at the end of each turn to which accounts nothing may be posted any more, or again. The approved texts are in their authors' hands
/// by then: each hears by a message that it is not to be posted, and later that it may. What a reminder does (a planned end) is not seen.
/// </summary>
internal sealed class StoppedAccounts(BotDbContext db, DraftViews views, DraftTelling telling, OutboxWriter outbox)
{
    /// <summary>Of one account so many texts are never waiting to be posted at once.</summary>
    private const int Most = 50;

    public async Task RunAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Actor is not { } actor) return;
        // Most turns touch neither; what one did not change is nobody's news.
        var changed = db.Changed<AccountStop>().Select(entry => entry.Entity.AccountId)
            .Concat(db.Changed<AccountRecord>().Select(entry => entry.Entity.AccountId));
        foreach (var account in changed.Distinct(StringComparer.OrdinalIgnoreCase).ToList())
            await TellAsync(actor.TenantId, account, cancellationToken);
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
            var shut = views.Shut(draft, say);
            if ((shut is not null) == draft.IsAccountShut) continue;
            draft.SeeAccount(shut is not null, views.Now);
            var title = DraftTitle.Of(draft);
            outbox.Say(
                Address.Person(tenant, draft.AuthorId),
                shut is not null
                    ? say.Say(
                        $"No.{number}「{title}」は、まだ投稿しないでください。{shut}すでに投稿した場合は、カードからURLを報告してください。",
                        $"Please do not post No.{number} ({title}) for now. {shut} If it is out already, report its address on the card."
                    )
                    : say.Say(
                        $"No.{number}「{title}」は、投稿できるようになりました。内容がいまも正しいかを確かめてから投稿してください。",
                        $"No.{number} ({title}) may be posted again. Please check first that it is still right."
                    ),
                DraftTurns.Subject(draft)
            );
            if (shut is null) telling.Renew(draft);
            else telling.Halt(draft);
        }
    }
}
