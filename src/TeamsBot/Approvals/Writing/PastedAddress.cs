using AdaptiveCards;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// The address of a post, pasted into the chat, is no text for residents. One that was reported already is named with its draft. Else,
/// where one of the person's own approved drafts fits the address, its report comes with the address filled in; the press that records it
/// stays the person's.
/// </summary>
internal sealed class PastedAddress(BotDbContext db, DraftTurns turns, DraftViews views, AddressJudge addresses)
{
    /// <summary>More drafts than this are not looked into for one address.</summary>
    private const int Most = 20;

    /// <returns>What is known of the post, or the card of its report; null where the text is no such address, or nothing fits it.</returns>
    public async Task<Reply?> FindAsync(ParsedTurn turn, string text, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal || turn is not { Action: null, Actor: { } actor } || PostAddress.Read(text) is not { } address) return null;
        if (await KnownAsync(actor, address, cancellationToken) is { } known)
            return turns.Privately(turn, KnownPostCard.For(views.Of(known, actor.ObjectId)));
        return PostSite.Of(address.IdnHost) is null ? null : await AwaitedAsync(turn, actor, text, cancellationToken);
    }

    /// <summary>The draft whose post this is, if this person may see it.</summary>
    private async Task<Draft?> KnownAsync(Actor actor, Uri address, CancellationToken cancellationToken)
    {
        var tenant = actor.TenantId;
        // What every form of the address has in common; which of them are the same post is compared here.
        var key = PostAddress.KeyOf(address);
        if (key.Length == 0) return null;
        var reported = await db
            .Drafts.Where(draft =>
                draft.TenantId == tenant && draft.Status == DraftStatus.Posted && draft.PostedUrl != null && draft.PostedUrl.Contains(key)
            )
            .OrderByDescending(draft => draft.Number).Select(draft => new { draft.Number, draft.PostedUrl }).ToListAsync(cancellationToken);
        foreach (
            var post in reported
                .Where(post => Uri.TryCreate(post.PostedUrl, UriKind.Absolute, out var posted) && PostAddress.IsSame(posted, address))
                .Take(Most)
        )
        {
            if (await db.FindDraftAsync(post.Number, tenant, cancellationToken) is { } draft && turns.MaySee(draft, actor)) return draft;
        }

        return null;
    }

    private async Task<Reply?> AwaitedAsync(ParsedTurn turn, Actor actor, string text, CancellationToken cancellationToken)
    {
        foreach (var draft in await WaitingAsync(actor, cancellationToken))
        {
            if (addresses.Of(draft, text) is AddressProof.Account or AddressProof.Unknown)
                return turns.Report(turn, draft, Report(draft, turn, text.Trim()));
        }

        return null;
    }

    /// <summary>An address came alone and nothing shows what it is for: its sender is asked, and nothing is made of it.</summary>
    public async Task<Reply> AskAsync(ParsedTurn turn, string address, CancellationToken cancellationToken) => turns.Privately(
        turn,
        AddressCard.For(await WaitingAsync(turn.Actor!, cancellationToken), address, turn.Text.Trim(), turns.Language(turn))
    );

    /// <summary>The answer: it is the post of this draft.</summary>
    public async Task<Reply> HandleReport(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        return draft is { Status: DraftStatus.Approved, LikeOf: null } && draft.IsAuthor(turn.Actor!.ObjectId)
            ? turns.Privately(turn, Report(draft, turn, ShortText.Cut(turn.Action![ApprovalFields.PostedUrl], PostAddress.MaxLength)))
            : turns.Refuse(turn, draft, draft.IsAuthor(turn.Actor!.ObjectId) ? Refusal.NotNow : Refusal.NotAuthor);
    }

    /// <summary>The person's own drafts whose post is not reported yet, the newest first.</summary>
    private async Task<IReadOnlyList<Draft>> WaitingAsync(Actor actor, CancellationToken cancellationToken)
    {
        var (tenant, author) = (actor.TenantId, actor.ObjectId);
        var numbers = await db.Drafts
            .Where(draft => draft.TenantId == tenant && draft.AuthorId == author && draft.Status == DraftStatus.Approved)
            .OrderByDescending(draft => draft.Number).Select(draft => draft.Number).Take(Most).ToListAsync(cancellationToken);
        var waiting = new List<Draft>();
        foreach (var number in numbers)
            if (await db.FindDraftAsync(number, tenant, cancellationToken) is { LikeOf: null } draft)
                waiting.Add(draft);
        return waiting;
    }

    private AdaptiveCard Report(Draft draft, ParsedTurn turn, string address)
    {
        var notice = CardParts.Notice(
            NoticeKind.Info,
            turns
                .Language(turn)
                .Say(
                    "投稿のURLを読み取りました。この下書きの投稿でしたら、「投稿を報告する」を押してください。",
                    "The address of a post. If it is the post of this draft, press \"Report the post\"."
                )
        );
        return views.Of(draft, draft.AuthorId).Fitting(view => PostingCard.For(view, notice, new PostInput(Url: address)));
    }
}
