using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Approvals.Writing;

/// <summary>
/// 「一覧」: what a person has to do, what others have to do for them, and what was posted of it. Drafts of other sections do not appear.
/// </summary>
internal sealed class ListDrafts(
    BotDbContext db,
    DraftViews views,
    DraftTurns turns,
    PeopleDirectory people,
    WaitingDrafts waiting,
    ListTops tops
)
{
    private const int BeginningLength = 30;

    /// <summary>More than this were never open at once; the rest comes when these are settled.</summary>
    private const int MostStrays = 20;

    private static readonly ListWords MyTurn = new("あなたの番", "Your turn");
    private static readonly ListWords Waiting = new("返事待ち", "Waiting for others");
    private static readonly ListWords Posted = new("投稿済み", "Posted");

    /// <summary>The next step is the author's.</summary>
    private static readonly List<DraftStatus> Authors =
    [
        DraftStatus.Composing,
        DraftStatus.Returned,
        DraftStatus.Approved,
        DraftStatus.Expired,
    ];

    private static readonly List<DraftStatus> Others = [DraftStatus.InReview, DraftStatus.AwaitingDecision, DraftStatus.OnHold];

    /// <param name="said">Stands above it.</param>
    public async Task<Reply> Handle(ParsedTurn turn, CancellationToken cancellationToken, string said = "")
    {
        var (me, filter) = (turn.Actor!.ObjectId, turn.Action?[ApprovalFields.Filter] ?? "");
        var after = int.TryParse(turn.Action?[ApprovalFields.After], NumberStyles.None, CultureInfo.InvariantCulture, out var rows)
            ? rows
            : 0;
        var mine = await waiting.OfAsync(turn.Actor, cancellationToken);
        var all = db.Drafts.Where(draft => draft.TenantId == turn.Actor.TenantId);
        var strays = await StraysAsync(turn.Actor, cancellationToken);
        var posted = all.Where(draft =>
            draft.Status == DraftStatus.Posted
            && !strays.Contains(draft.Number)
            && (draft.AuthorId == me || draft.Reviews.Any(review => review.ReviewerId == me))
        );
        DraftListPart[] parts =
        [
            await PartAsync(
                MyTurn,
                new(
                    "今することはありません。文章を送るか「下書き」で始められます。",
                    "Nothing to do. Send a text, or \"draft\", to begin."
                ),
                ApprovalFields.MyTurnOnly,
                all.Where(draft =>
                    (draft.AuthorId == me && Authors.Contains(draft.Status))
                    || mine.Contains(draft.Number)
                    || strays.Contains(draft.Number)
                )
            ),
            await PartAsync(
                Waiting,
                new("返事を待っているものはありません。", "Nothing waits for others."),
                ApprovalFields.WaitingOnly,
                all.Where(draft => draft.AuthorId == me && Others.Contains(draft.Status) && !strays.Contains(draft.Number))
            ),
            await PartAsync(Posted, new("投稿済みのものはありません。", "Nothing was posted yet."), ApprovalFields.PostedOnly, posted),
        ];
        var isPage = after > 0 && parts.Any(part => part.Filter == filter);
        var list = new DraftList(
            isPage || filter == ApprovalFields.PostedOnly ? [.. parts.Where(part => part.Filter == filter)] : parts[..2],
            [.. parts.Select(part => (part.Title, part.Count))],
            filter == ApprovalFields.PostedOnly,
            people.Find(turn.Actor) is { } person && person.Has(Role.Writer)
        )
        {
            IsPage = isPage,
            Said = said,
            Top = isPage || filter.Length > 0 ? [] : await tops.DrawAsync(turn, cancellationToken),
        };
        return turns.Privately(turn, DraftListCard.For(list, turns.Now, turns.Language(turn)));

        async Task<DraftListPart> PartAsync(ListWords title, ListWords whenEmpty, string part, IQueryable<Draft> drafts)
        {
            var skipped = filter == part ? after : 0;
            var (count, shown) = await RowsAsync(drafts, mine, strays, skipped, cancellationToken);
            return new DraftListPart(title, whenEmpty, count, shown, part, skipped);
        }
    }

    /// <summary>Posts under another account of which nobody said what became of them, for those who may say it.</summary>
    private async Task<IReadOnlyList<int>> StraysAsync(Actor actor, CancellationToken cancellationToken)
    {
        var tenant = actor.TenantId;
        // Such reports are rare, and found by an index of their own. What was settled under the very address is left out here, because it
        // piles up over the years; whether one is open is the draft's to say.
        var events = db.Set<DraftEvent>();
        var numbers = await events
            .Where(stray =>
                stray.Kind == DraftEventKind.PostedElsewhere
                && !events.Any(end =>
                    end.DraftNumber == stray.DraftNumber
                    && end.Ordinal > stray.Ordinal
                    && (end.Kind == DraftEventKind.StrayRemoved || end.Kind == DraftEventKind.StrayKept)
                    && end.Note!.StartsWith(stray.Note!)
                )
            )
            .Select(happened => happened.DraftNumber)
            .Distinct()
            .OrderDescending()
            .ToListAsync(cancellationToken);
        List<int> own = [];
        foreach (var number in numbers)
        {
            if (await db.FindDraftAsync(number, tenant, cancellationToken) is not { } draft || draft.Strays().Count == 0) continue;
            if (views.MaySettleStrays(draft, actor.ObjectId)) own.Add(number);
            if (own.Count == MostStrays) break;
        }

        return own;
    }

    /// <summary>The order is made here and not by the database: it hangs on whose turn it is and since when.</summary>
    private async Task<(int Count, IReadOnlyList<DraftListRow> Rows)> RowsAsync(
        IQueryable<Draft> drafts,
        IReadOnlyList<int> mine,
        IReadOnlyList<int> strays,
        int after,
        CancellationToken cancellationToken
    )
    {
        var keys = await drafts.AsNoTracking().Select(draft => new
        {
            draft.Number,
            draft.Status,
            draft.ChangedAt,
        }).ToListAsync(cancellationToken);
        var page = keys
            .Select(key => (key.Number, Rank: Rank(key.Status, mine.Contains(key.Number) || strays.Contains(key.Number)), key.ChangedAt))
            .OrderBy(key => key.Rank)
            .ThenBy(key => key.Rank < Fresh ? key.ChangedAt.UtcTicks : -key.ChangedAt.UtcTicks)
            .ThenByDescending(key => key.Number)
            .Skip(after).Take(DraftListCard.MaxRows).Select(key => key.Number).ToList();
        var rows = await drafts.Where(draft => page.Contains(draft.Number)).AsNoTracking()
            .Select(draft => new
            {
                draft.Number,
                draft.Status,
                draft.AccountId,
                draft.AuthorName,
                draft.PlannedAt,
                draft.ChangedAt,
                draft.ApprovedAt,
                Alarms = draft.Events
                    .Where(happened =>
                        happened.Kind == DraftEventKind.PostedTextDiffered
                        || happened.Kind == DraftEventKind.PostedElsewhere
                        || happened.Kind == DraftEventKind.AddressUnfit
                    )
                    .OrderByDescending(happened => happened.Ordinal)
                    .Select(happened => new { happened.Kind, happened.At })
                    .Take(1)
                    .ToList(),
                Text = draft.Revisions.OrderByDescending(revision => revision.Number).Select(revision => revision.Text).First(),
            }).ToListAsync(cancellationToken);
        return (keys.Count,
        [
            .. rows.OrderBy(row => page.IndexOf(row.Number)).Select(row => new DraftListRow(
                row.Number,
                row.Status,
                views.Display(row.AccountId),
                row.AuthorName,
                Beginning(row.Text),
                row.PlannedAt,
                row.ChangedAt,
                mine.Contains(row.Number)
            )
            {
                Alarm = Draft.AlarmOf(
                    row.Alarms is [var last] ? (last.Kind, last.At) : null,
                    row.Status,
                    row.ApprovedAt
                ),
                // Entered while others know of something wrong already, it is no event.
                HasStray = strays.Contains(row.Number),
                HasUnfitAddress = row.Status == DraftStatus.Approved
                    && row.Alarms is [{ Kind: DraftEventKind.AddressUnfit } entered]
                    && entered.At >= row.ApprovedAt,
            }),
        ]);
    }

    /// <summary>
    /// Others wait for the reader, then what was approved, then what came back: each the oldest first. The rest is the newest first.
    /// </summary>
    private static int Rank(DraftStatus status, bool isMyReview) => isMyReview ? 0 : status switch
    {
        DraftStatus.Approved => 1,
        DraftStatus.Returned or DraftStatus.Expired => 2,
        _ => Fresh,
    };

    private const int Fresh = 3;

    private static string Beginning(string text) => ShortText.Shorten(text.ReplaceLineEndings(" "), BeginningLength);
}
