using TeamsBot.Approvals.Model;
using TeamsBot.Data;
using TeamsBot.Reminders;

namespace TeamsBot.Approvals;

/// <summary>What has to happen to a draft later, as stored reminders: expiry at its planned time. Expiry never approves.</summary>
internal sealed class DraftReminders(BotDbContext db, DraftTurns turns, TimeProvider time)
{
    /// <summary>The kind under which the reminder of a draft's planned time is stored.</summary>
    public const string Expiry = "draft.expiry";

    public void Schedule(Draft draft)
    {
        if (draft.PlannedAt is { } at) db.Reminders.Add(Reminder.At(at, Expiry, draft.TenantId, DraftTurns.Subject(draft)));
    }

    /// <summary>Its time has come. A draft that moved on, or was given another time, is left alone.</summary>
    public async Task ExpireAsync(Reminder reminder, CancellationToken cancellationToken)
    {
        var number = int.Parse(reminder.Subject.AsSpan(reminder.Subject.IndexOf(':', StringComparison.Ordinal) + 1), System.Globalization.CultureInfo.InvariantCulture);
        if (await db.FindDraftAsync(number, reminder.TenantId, cancellationToken) is not { } draft || !draft.Expire(time.GetUtcNow())) return;
        turns.TellExpired(draft);
    }
}
