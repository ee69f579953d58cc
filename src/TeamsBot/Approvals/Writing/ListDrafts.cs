using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>「一覧」: what a person has to do and what became of what they handed in. Drafts of other sections do not appear.</summary>
internal sealed class ListDrafts(BotDbContext db, DraftViews views, DraftTurns turns)
{
    private const int BeginningLength = 40;

    private static readonly DraftStatus[] Running = [DraftStatus.Composing, DraftStatus.InReview, DraftStatus.AwaitingDecision, DraftStatus.Returned, DraftStatus.OnHold];

    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (tenant, me) = (turn.Actor!.TenantId, turn.Actor.ObjectId);
        var mine = db.Drafts.Where(draft => draft.TenantId == tenant && draft.AuthorId == me);
        var running = Running.ToList();
        IReadOnlyList<DraftListPart> parts =
        [
            await PartAsync("自分の承認待ち", "お待ちいただいている下書きはありません。",
                db.Drafts.Where(draft => draft.TenantId == tenant && draft.Reviews.Any(review => review.ReviewerId == me && review.ClosedAt == null)), cancellationToken),
            await PartAsync("自分の申請", "進行中の申請はありません。文章を送るか「下書き」で始められます。", mine.Where(draft => running.Contains(draft.Status)), cancellationToken),
            await PartAsync("投稿待ち", "承認済みで投稿を待つものはありません。", mine.Where(draft => draft.Status == DraftStatus.Approved), cancellationToken),
            await PartAsync("期限切れ", "期限切れはありません。", mine.Where(draft => draft.Status == DraftStatus.Expired), cancellationToken),
        ];
        return turns.Privately(turn, DraftListCard.For(parts, turns.Now));
    }

    private async Task<DraftListPart> PartAsync(string title, string whenEmpty, IQueryable<Draft> drafts, CancellationToken cancellationToken)
    {
        var count = await drafts.CountAsync(cancellationToken);
        if (count == 0) return new DraftListPart(title, whenEmpty, 0, []);
        var rows = await drafts.OrderByDescending(draft => draft.ChangedAt).Take(DraftListCard.MaxRows).AsNoTracking()
            .Select(draft => new
            {
                draft.Number, draft.Status, draft.AccountId, draft.AuthorName, draft.PlannedAt, draft.ChangedAt,
                Text = draft.Revisions.OrderByDescending(revision => revision.Number).Select(revision => revision.Text).First(),
            }).ToListAsync(cancellationToken);
        return new DraftListPart(title, whenEmpty, count,
        [
            .. rows.Select(row => new DraftListRow(
                row.Number, row.Status, views.Display(row.AccountId), row.AuthorName, Beginning(row.Text), row.PlannedAt, row.ChangedAt)),
        ]);
    }

    private static string Beginning(string text) => ShortText.Shorten(text.ReplaceLineEndings(" "), BeginningLength);
}
