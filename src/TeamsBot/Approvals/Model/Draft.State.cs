using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;

namespace TeamsBot.Approvals.Model;

/// <summary>What the audit chain keeps of a draft, so that nobody changes a text, a decision or a line of the story behind it.</summary>
internal sealed partial class Draft
{
    /// <summary>
    /// Left out is what changes without anybody's doing: who heard what, which message shows the draft, what the checks found, the ticks of
    /// a review under way. A part that is ever hashed otherwise gets another name: old entries keep the old one.
    /// </summary>
    public IReadOnlyDictionary<string, string> State() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["status"] = Status.ToString(),
        ["texts"] = RecordedState.HashOf(
            revisions.SelectMany(one => (object?[])[one.Number, one.Text, one.CreatedAt, one.SubmittedAt, one.LiftedBy, one.LiftReason])
        ),
        ["reviews"] = RecordedState.HashOf(
            reviews.SelectMany(one =>
                (object?[])
                    [
                        one.Ordinal, one.RevisionNumber, one.Step, one.ReviewerId, one.ReviewerName, one.OnBehalfOf, one.AskedAt,
                        one.Decision, one.Reason, one.ClosedAt,
                    ]
            )
        ),
        ["events"] = RecordedState.HashOf(
            events.SelectMany(one => (object?[])[one.Ordinal, one.At, one.Who, one.Kind, one.RevisionNumber, one.Note])
        ),
        ["plan"] = RecordedState.HashOf([
            TenantId,
            AuthorId,
            AuthorName,
            Section,
            AccountId,
            InformationClass,
            IsEmbargoed,
            PlannedAt,
            Note,
            PictureSeal,
            HasVideo,
            LikeOf,
        ]),
        ["outcome"] = RecordedState.HashOf([ApprovedHash, ApprovedAt, PostedUrl, PostedAt]),
    };
}

internal static class AuditedDrafts
{
    private const string Prefix = "draft:";

    public static readonly AuditedKind Kind = new(Prefix, (db, cancellationToken) => AuditedKind.ReadAsync(
        [.. db.Drafts.Select(draft => draft.Number).OrderBy(number => number)],
        (List<int> numbers) => db.Drafts.AsNoTracking().AsSplitQuery()
            .Include(draft => draft.Revisions.OrderBy(revision => revision.Number))
            .Include(draft => draft.Reviews.OrderBy(review => review.Ordinal))
            .Include(draft => draft.Events.OrderBy(happened => happened.Ordinal))
            .Where(draft => numbers.Contains(draft.Number)).OrderBy(draft => draft.Number).ToListAsync(cancellationToken),
        SubjectOf,
        draft => new AuditedRow(SubjectOf(draft.Number), draft.State())));

    private static string SubjectOf(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{number}");
}
