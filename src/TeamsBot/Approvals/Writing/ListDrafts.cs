using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Writing;

/// <summary>「一覧」: what a person has to do, what others have to do for them, and what was posted of it. Drafts of other sections do not appear.</summary>
internal sealed class ListDrafts(BotDbContext db, DraftViews views, DraftTurns turns, PeopleDirectory people)
{
    private const int BeginningLength = 30;

    private static readonly ListWords MyTurn = new("あなたの番", "Your turn");
    private static readonly ListWords Waiting = new("返事待ち", "Waiting for others");
    private static readonly ListWords Posted = new("投稿済み", "Posted");

    /// <summary>The next step is the author's.</summary>
    private static readonly List<DraftStatus> Authors = [DraftStatus.Composing, DraftStatus.Returned, DraftStatus.Approved, DraftStatus.Expired];

    private static readonly List<DraftStatus> Others = [DraftStatus.InReview, DraftStatus.AwaitingDecision, DraftStatus.OnHold];

    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken)
    {
        var (me, isPosted) = (turn.Actor!.ObjectId, turn.Action?[ApprovalFields.Filter] == ApprovalFields.PostedOnly);
        var all = db.Drafts.Where(draft => draft.TenantId == turn.Actor.TenantId);
        var myTurn = all.Where(draft => (draft.AuthorId == me && Authors.Contains(draft.Status)) || draft.Reviews.Any(review => review.ReviewerId == me && review.ClosedAt == null));
        var waiting = all.Where(draft => draft.AuthorId == me && Others.Contains(draft.Status));
        var posted = all.Where(draft => draft.Status == DraftStatus.Posted && (draft.AuthorId == me || draft.Reviews.Any(review => review.ReviewerId == me)));
        var (turnCount, waitingCount, postedCount) = (
            await myTurn.CountAsync(cancellationToken), await waiting.CountAsync(cancellationToken), await posted.CountAsync(cancellationToken));
        IReadOnlyList<DraftListPart> parts = isPosted
            ? [new(Posted, new("投稿済みのものはありません。", "Nothing was posted yet."), postedCount, await RowsAsync(posted, me, cancellationToken))]
            :
            [
                new(MyTurn, new("今することはありません。文章を送るか「下書き」で始められます。", "Nothing to do. Send a text, or \"draft\", to begin."),
                    turnCount, await RowsAsync(myTurn, me, cancellationToken)),
                new(Waiting, new("返事を待っているものはありません。", "Nothing waits for others."), waitingCount, await RowsAsync(waiting, me, cancellationToken)),
            ];
        var list = new DraftList(
            parts, [(MyTurn, turnCount), (Waiting, waitingCount), (Posted, postedCount)], isPosted, people.Find(turn.Actor) is { } person && person.Has(Role.Writer));
        return turns.Privately(turn, DraftListCard.For(list, turns.Now, turns.Language(turn)));
    }

    private async Task<IReadOnlyList<DraftListRow>> RowsAsync(IQueryable<Draft> drafts, string me, CancellationToken cancellationToken)
    {
        var rows = await drafts.OrderByDescending(draft => draft.ChangedAt).ThenByDescending(draft => draft.Number).Take(DraftListCard.MaxRows).AsNoTracking()
            .Select(draft => new
            {
                draft.Number, draft.Status, draft.AccountId, draft.AuthorName, draft.PlannedAt, draft.ChangedAt,
                IsMyReview = draft.Reviews.Any(review => review.ReviewerId == me && review.ClosedAt == null),
                Text = draft.Revisions.OrderByDescending(revision => revision.Number).Select(revision => revision.Text).First(),
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => new DraftListRow(
                row.Number, row.Status, views.Display(row.AccountId), row.AuthorName, Beginning(row.Text), row.PlannedAt, row.ChangedAt, row.IsMyReview)),
        ];
    }

    private static string Beginning(string text) => ShortText.Shorten(text.ReplaceLineEndings(" "), BeginningLength);
}
