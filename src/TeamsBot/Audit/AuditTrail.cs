using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Audit;

/// <summary>
/// Where use cases say what was done. The entry is part of the turn's commit: no change without its entry, no entry without its change.
/// </summary>
internal sealed class AuditTrail(BotDbContext db, TimeProvider time)
{
    /// <param name="actor">Who did it; null where the bot itself did, for example an expiry.</param>
    /// <param name="action">For example <c>approvals.decide</c>.</param>
    /// <param name="subject">For example <c>draft:12</c>.</param>
    /// <param name="details">A record or anonymous object of ids, numbers, hashes and reasons; becomes canonical JSON. No secrets, no whole
    /// texts.</param>
    /// <param name="after">
    /// How the subject stands after the turn, for what <see cref="AuditedKind"/> compares: asked in the commit, so that what the turn
    /// changes later is in it.
    /// </param>
    public void Record(
        Actor? actor,
        string action,
        string subject,
        object? details = null,
        Func<IReadOnlyDictionary<string, string>>? after = null
    ) => db.AuditEntries.Add(AuditEntry.Of(time.GetUtcNow(), actor, action, subject, CanonicalJson.Of(details)).LeadingTo(after));
}
