using Microsoft.EntityFrameworkCore;
using TeamsBot.Accounts;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// Whoever has posted pastes the address of the post into the chat, and that is a report and no text for residents. Where one of the person's own approved
/// drafts fits the address, its report comes with the address filled in; the press that records it stays the person's.
/// </summary>
internal sealed class PastedAddress(BotDbContext db, DraftTurns turns, DraftViews views, AccountRegister accounts, Pack pack)
{
    /// <returns>The card of the report; null where the text is no such address, or no draft waits for it.</returns>
    public async Task<Reply?> FindAsync(ParsedTurn turn, string text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal || turn is not { Action: null, Actor: { } actor } || PostAddress.Read(text) is not { } address || PostSite.Of(address.IdnHost) is null) return null;
        var (tenant, author) = (actor.TenantId, actor.ObjectId);
        var numbers = await db.Drafts
            .Where(draft => draft.TenantId == tenant && draft.AuthorId == author && draft.Status == DraftStatus.Approved)
            .OrderByDescending(draft => draft.Number).Select(draft => draft.Number).Take(20).ToListAsync(cancellationToken);
        foreach (var number in numbers)
        {
            if (await db.FindDraftAsync(number, tenant, cancellationToken) is not { LikeOf: null, AccountId: { } id } draft || accounts.Find(id) is not { } account) continue;
            if (PostAddress.Judge(text, account, pack.Of(account.Medium)?.Hosts ?? []) is not (AddressProof.Account or AddressProof.Unknown)) continue;
            var notice = CardParts.Notice(NoticeKind.Info, turns.Language(turn).Say(
                "投稿のURLを読み取りました。この下書きの投稿でしたら、「投稿を報告する」を押してください。", "The address of a post. If it is the post of this draft, press \"Report the post\"."));
            return turns.Privately(turn, views.Of(draft, author).Fitting(view => PostingCard.For(view, notice, new PostInput(Url: text.Trim()))));
        }

        return null;
    }
}
