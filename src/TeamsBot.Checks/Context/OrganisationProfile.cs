using TeamsBot.Checks.WordBooks;

namespace TeamsBot.Checks.Context;

/// <summary>
/// The facts about the posting organisation that texts are compared with. An empty member means "not known", never "there is none".
/// </summary>
public sealed record OrganisationProfile
{
    public static readonly OrganisationProfile Unknown = new();

    public string Name { get; init; } = "";

    public string Prefecture { get; init; } = "";

    /// <summary>Postal code and address in one line, as the organisation prints it.</summary>
    public string Address { get; init; } = "";

    /// <summary>Host names without a scheme; subdomains count as own.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>Domains of others that the organisation trusts, for example its online application service.</summary>
    public IReadOnlyList<string> TrustedDomains { get; init; } = [];

    public IReadOnlyList<string> OfficialNames { get; init; } = [];

    /// <summary>Office or facility to number, as printed.</summary>
    public IReadOnlyDictionary<string, string> Phones { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<string> Emails { get; init; } = [];

    /// <summary>Handles with their @.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Facility to postal code and address, as printed.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// Facilities with a weight and a clause of their own; their names, numbers and addresses stand in the books above as well
    /// (<see cref="Facility.AddTo"/>).
    /// </summary>
    public IReadOnlyDictionary<string, Facility> Facilities { get; init; } = new Dictionary<string, Facility>(StringComparer.Ordinal);
}
