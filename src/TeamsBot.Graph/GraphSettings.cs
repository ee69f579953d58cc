using Azure.Core;

namespace TeamsBot.Graph;

/// <param name="BaseUrl">With the version, for example <c>https://graph.microsoft.com/v1.0</c>.</param>
/// <param name="Scope">What the token is asked for; goes to the host of <paramref name="BaseUrl"/> and to no other.</param>
/// <param name="Credential">Null sends no token; for a stand-in on this machine only.</param>
/// <param name="GroupIds">At most <see cref="MaxGroups"/>, which is what Graph takes in one filter.</param>
public sealed record GraphSettings(Uri BaseUrl, string Scope, TokenCredential? Credential, IReadOnlyList<string> GroupIds)
{
    public const int MaxGroups = 50;
}
