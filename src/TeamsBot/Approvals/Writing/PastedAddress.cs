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
internal sealed class PastedAddress(BotDbContext db, DraftTurns turns, DraftViews views, AddressJudge addresses, ReportedPosts reported)
{
    /// <summary>More drafts than this are not looked into for one address.</summary>
    private const int Most = 20;

    /// <param name="alone">The address where it is all that was sent, so that its sender is asked what it is for; else null.</param>
    /// <returns>
    /// What is known of the post, or its report, or the question; null where the text is no such address, or nothing fits it and nobody is
    /// asked.
    /// </returns>
    public async Task<Reply?> AnswerAsync(ParsedTurn turn, string text, string? alone, CancellationToken cancellationToken)
    {
        IReadOnlyList<Draft>? waiting = null;
        if (turn is { IsPersonal: true, Action: null, Actor: { } actor } && PostAddress.Read(text) is { } address)
        {
            if (await KnownAsync(actor, address, cancellationToken) is { } known)
                return turns.Privately(turn, KnownPostCard.For(views.Of(known, actor.ObjectId)));
            if (PostSite.Of(address.IdnHost) is not null) waiting = await WaitingAsync(actor, cancellationToken);
            var fitting = waiting?.Where(Fits).ToList() ?? [];
            if (fitting is [var draft]) return turns.Report(turn, draft, Report(draft, turn, text.Trim()));
            // Of several only the sender knows which it is the post of.
            if (fitting.Count > 1) return Ask(turn, text.Trim(), fitting);
        }

        return alone is null ? null : Ask(turn, alone, waiting ?? await WaitingAsync(turn.Actor!, cancellationToken));

        bool Fits(Draft draft) => addresses.Of(draft, text) is AddressProof.Account or AddressProof.Unknown;
    }

    /// <summary>The draft whose post this is, if this person may see it.</summary>
    private async Task<Draft?> KnownAsync(Actor actor, Uri address, CancellationToken cancellationToken)
    {
        foreach (var number in await reported.OfAsync(actor.TenantId, address, cancellationToken))
            if (await db.FindDraftAsync(number, actor.TenantId, cancellationToken) is { } draft && turns.MaySee(draft, actor)) return draft;
        return null;
    }

    /// <summary>An address came alone and nothing shows what it is for: its sender is asked, and nothing is made of it.</summary>
    private Reply Ask(ParsedTurn turn, string address, IReadOnlyList<Draft> waiting) =>
        turns.Privately(turn, AddressCard.For(waiting, address, turn.Text.Trim(), turns.Language(turn)));

    /// <summary>The answer: it is the post of this draft.</summary>
    public async Task<Reply> HandleReport(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(turn, cancellationToken) is not { } draft) return turns.NotFound(turn);
        return draft is { Status: DraftStatus.Approved, LikeOf: null } && draft.IsAuthor(turn.Actor!.ObjectId)
            ? turns.Report(turn, draft, Report(draft, turn, ShortText.Cut(turn.Action![ApprovalFields.PostedUrl], PostAddress.MaxLength)))
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
