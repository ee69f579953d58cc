using System.Globalization;
using TeamsBot.Approvals.Model;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.Reminders;

namespace TeamsBot.Approvals;

/// <summary>
/// What has to happen to a draft later, as stored reminders: the asked are reminded after some opening days, and what nobody decides
/// expires at its planned time or, where it has none, after the pack's days. Expiry never approves.
/// </summary>
internal sealed class DraftReminders(
    BotDbContext db,
    DraftTurns turns,
    DraftTelling telling,
    OfficeTime office,
    Pack pack,
    TimeProvider time
)
{
    /// <summary>The kind under which the reminder of a draft's end is stored.</summary>
    public const string Expiry = "draft.expiry";

    /// <summary>The kind under which it is stored that the asked are reminded.</summary>
    public const string Waiting = "draft.waiting";

    /// <summary>Our own figure: the packs state none.</summary>
    private const int OpeningDaysUntilReminded = 2;

    public async Task ScheduleAsync(Draft draft, CancellationToken cancellationToken)
    {
        var days = await office.OfAsync(draft.TenantId, cancellationToken);
        // A planned time is kept to the minute; the end of a waiting without one is told in opening hours.
        if (draft.PlannedAt is { } at) Add(at, Expiry, draft);
        else if (Deadline(draft) is { } deadline) Add(days.NextOpening(deadline), Expiry, draft);
        Add(OfficeTime.After(days, time.GetUtcNow(), OpeningDaysUntilReminded), Waiting, draft);
    }

    /// <summary>Its time has come. A draft that moved on, or was given another time, is left alone.</summary>
    public async Task ExpireAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, reminder, cancellationToken) is not { } draft || !draft.Expire(time.GetUtcNow(), Deadline(draft))) return;
        turns.TellExpired(draft);
    }

    /// <summary>Whoever is still asked about the text of then hears it once more, and its author that they did.</summary>
    public async Task RemindAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, reminder, cancellationToken) is not { } draft || !draft.OpenReviews.Any()) return;
        var days = await office.OfAsync(draft.TenantId, cancellationToken);
        // Handed in again since: that text has a reminder of its own.
        if (
            draft.Current.SubmittedAt is not { } submitted
            || OfficeTime.After(days, submitted, OpeningDaysUntilReminded) > time.GetUtcNow()
        )
            return;
        // Whoever was asked later, as the head is after the check, has the same days to answer.
        var due = OfficeTime.After(days, draft.OpenReviews.Max(review => review.AskedAt), OpeningDaysUntilReminded);
        if (due > time.GetUtcNow()) Add(due, Waiting, draft);
        else telling.Remind(draft);
    }

    /// <summary>When a draft without a planned time expires; null where it has one, or the pack sets no days.</summary>
    private DateTimeOffset? Deadline(Draft draft) => DeadlineOf(draft, pack);

    public static DateTimeOffset? DeadlineOf(Draft draft, Pack pack) =>
        draft.PlannedAt is null && draft.Current.SubmittedAt is { } submitted && pack.Approval?.ExpiresAfterDays is { } days
            ? submitted.AddDays(days.Value)
            : null;

    public static Task<Draft?> FindAsync(BotDbContext db, Reminder reminder, CancellationToken cancellationToken) =>
        db.FindDraftAsync(
            int.Parse(reminder.Subject.AsSpan(reminder.Subject.IndexOf(':', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture),
            reminder.TenantId,
            cancellationToken
        );

    private void Add(DateTimeOffset at, string kind, Draft draft) =>
        db.Reminders.Add(Reminder.At(at, kind, draft.TenantId, DraftTurns.Subject(draft)));
}
