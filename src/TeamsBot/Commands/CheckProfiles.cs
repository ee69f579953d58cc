using System.Text.Json;
using TeamsBot.Checks.Context;

namespace TeamsBot.Commands;

/// <summary>The organisations of <c>check --profiles</c>: a JSON object from name to facts, for drafts of organisations that have no pack.</summary>
internal static class CheckProfiles
{
    private static readonly JsonSerializerOptions Snake = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <exception cref="JsonException">Not such an object.</exception>
    public static IReadOnlyDictionary<string, OrganisationProfile> Parse(string json) =>
        (JsonSerializer.Deserialize<Dictionary<string, ProfileData>>(json, Snake) ?? throw new JsonException("The file holds null."))
            .ToDictionary(entry => entry.Key, entry => entry.Value.ToProfile(), StringComparer.Ordinal);

    private sealed record ProfileData
    {
        public string? Org { get; init; }

        public string? Prefecture { get; init; }

        public string? Address { get; init; }

        public IReadOnlyList<string>? OwnDomains { get; init; }

        public IReadOnlyList<string>? OfficialNames { get; init; }

        public IReadOnlyDictionary<string, string>? Phones { get; init; }

        public IReadOnlyList<string>? Emails { get; init; }

        public IReadOnlyList<string>? OwnAccounts { get; init; }

        public OrganisationProfile ToProfile() => new()
        {
            Name = Org ?? "",
            Prefecture = Prefecture ?? "",
            Address = Address ?? "",
            Domains = OwnDomains ?? [],
            OfficialNames = OfficialNames ?? [],
            Phones = Phones ?? new Dictionary<string, string>(StringComparer.Ordinal),
            Emails = Emails ?? [],
            Accounts = OwnAccounts ?? [],
        };
    }
}
