namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Who somebody is: tenant and object id, the same in whatever case a client or a file writes them. Kept in lower case, so that what is
/// stored and what is asked for are alike letter by letter.
/// </summary>
public readonly record struct PersonId
{
    private PersonId(string tenantId, string objectId) => (TenantId, ObjectId) = (tenantId, objectId);

    public string TenantId { get; }

    public string ObjectId { get; }

    public static PersonId Of(string tenantId, string objectId) => new(tenantId.ToLowerInvariant(), objectId.ToLowerInvariant());

    /// <summary>Whether two object ids of one tenant name one person.</summary>
    public static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{TenantId}/{ObjectId}";
}
