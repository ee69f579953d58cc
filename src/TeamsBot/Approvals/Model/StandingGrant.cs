using TeamsBot.Audit;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// A range of one account that its head approved ahead, until a day [asaka-5-2]. One row for each account and range: approving again
/// replaces what was set before, and the audit trail keeps every version. It says nothing about any draft; that is judged when one is
/// handed in.
/// </summary>
internal sealed class StandingGrant
{
    public const int MaxExtent = 300;

    private StandingGrant()
    {
    }

    public string TenantId { get; private set; } = "";
    public string AccountId { get; private set; } = "";
    public string RangeId { get; private set; } = "";
    public string GrantedById { get; private set; } = "";

    /// <summary>The head with the office, as records name people: 田中 誠（課長）.</summary>
    public string GrantedBy { get; private set; } = "";

    public DateTimeOffset GrantedAt { get; private set; }

    /// <summary>The last day in Japan on which it counts.</summary>
    public DateOnly ExpiresOn { get; private set; }

    /// <summary>How far it reaches in the head's words, for example a series of events; empty where the head added nothing.</summary>
    public string Extent { get; private set; } = "";

    /// <summary>Decided documents that drafts of this range may rest on; used by ranges that ask for one.</summary>
    public IReadOnlyList<DecidedDocument> Documents { get; private set; } = [];

    public DateTimeOffset? EndedAt { get; private set; }
    public long Version { get; private set; }

    public static StandingGrant Of(string tenantId, string accountId, string rangeId) =>
        new()
        {
            TenantId = tenantId,
            AccountId = accountId,
            RangeId = rangeId,
        };

    public void Approve(
        string byId,
        string by,
        DateOnly expiresOn,
        string extent,
        IReadOnlyList<DecidedDocument> documents,
        DateTimeOffset now
    ) => (GrantedById, GrantedBy, GrantedAt, ExpiresOn, Extent, Documents, EndedAt) = (byId, by, now, expiresOn, extent, documents, null);

    public void End(DateTimeOffset now) => EndedAt = now;

    /// <summary>As the audit chain names it.</summary>
    public static string Subject(string accountId, string rangeId) => $"{AuditedStanding.Prefix}{accountId}:{rangeId}";

    /// <summary>What the audit chain keeps of it.</summary>
    public IReadOnlyDictionary<string, string> State() => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["grant"] = RecordedState.HashOf([
            TenantId,
            GrantedById,
            GrantedBy,
            GrantedAt,
            ExpiresOn,
            Extent,
            .. Documents.Select(document => document.ToString()),
        ]),
        ["end"] = RecordedState.HashOf([EndedAt]),
    };

    public bool IsActive(DateOnly today) => EndedAt is null && today <= ExpiresOn;
}
