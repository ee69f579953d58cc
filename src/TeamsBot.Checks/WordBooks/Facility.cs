using TeamsBot.Checks.Context;

namespace TeamsBot.Checks.WordBooks;

/// <summary>
/// A building or office that an organisation keeps in its word book: its right name, and the address and number that belong to it.
/// </summary>
/// <param name="Address">Postal code and address as printed; empty when only the number is known.</param>
/// <param name="Phone">The number as printed; empty when only the address is known.</param>
public sealed record Facility(string Name, string Address, string Phone)
{
    /// <summary>The weight of a mistake in the name, the address or the number.</summary>
    public Severity Severity { get; init; } = Severity.Warn;

    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>What to tell the writer besides; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The organisation with these facilities in its books. What its own book says of the same name is replaced.</summary>
    public static OrganisationProfile AddTo(OrganisationProfile organisation, IReadOnlyList<Facility> facilities)
    {
        if (facilities.Count == 0) return organisation;
        return organisation with
        {
            OfficialNames = [.. organisation.OfficialNames.Union(facilities.Select(facility => facility.Name), StringComparer.Ordinal)],
            Phones = Merge(organisation.Phones, facilities.Where(facility => facility.Phone.Length > 0), facility => facility.Phone),
            Addresses = Merge(organisation.Addresses, facilities.Where(facility => facility.Address.Length > 0), facility =>
                facility.Address
            ),
            Facilities = Merge(organisation.Facilities, facilities, facility => facility),
        };
    }

    /// <summary>
    /// The finding with the weight, the clause and the note that the organisation gave this name; as it is for any other name.
    /// </summary>
    internal static Finding Weigh(Finding finding, OrganisationProfile organisation, string name)
    {
        if (!organisation.Facilities.TryGetValue(name, out var facility)) return finding;
        return finding with
        {
            Severity = facility.Severity,
            Clauses = facility.Clauses.Count > 0 ? facility.Clauses : finding.Clauses,
            Message = facility.Note is { } note ? finding.Message + note : finding.Message,
        };
    }

    private static Dictionary<string, T> Merge<T>(
        IReadOnlyDictionary<string, T> book,
        IEnumerable<Facility> facilities,
        Func<Facility, T> fact
    )
    {
        var merged = new Dictionary<string, T>(book, StringComparer.Ordinal);
        foreach (var facility in facilities) merged[facility.Name] = fact(facility);
        return merged;
    }
}
