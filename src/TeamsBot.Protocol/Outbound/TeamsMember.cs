namespace TeamsBot.Protocol.Outbound;

/// <summary>A member of a conversation as the connector lists it (protocol.md 2.3). Personal data: never logged.</summary>
/// <param name="Id">The bot's own id of the person (<c>29:…</c>).</param>
/// <param name="ObjectId">Some answers say the Entra object id here instead of in <paramref name="AadObjectId"/>.</param>
public sealed record TeamsMember(
    string Id, string? Name = null, string? AadObjectId = null, string? ObjectId = null, string? GivenName = null, string? Surname = null,
    string? Email = null, string? UserPrincipalName = null, string? TenantId = null, string? UserRole = null)
{
    /// <summary>The Entra object id, wherever the answer said it.</summary>
    public string? EntraObjectId => AadObjectId ?? ObjectId;
}

/// <summary>One page of members; ask again with the token until it is absent or empty.</summary>
public sealed record MembersPage(IReadOnlyList<TeamsMember>? Members, string? ContinuationToken = null);
