using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>
/// The operation policies of the accounts and who has read them, as this turn leaves them. Each account is read once a turn.
/// </summary>
internal sealed class PolicyBook(BotDbContext db)
{
    private readonly Dictionary<string, List<PolicyVersion>> versions = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Account, int Number), List<PolicyReading>> readings = [];

    /// <summary>The policy in force; null where none was finalised.</summary>
    public PolicyVersion? Newest(string accountId) => VersionsOf(accountId).MaxBy(version => version.Number);

    public PolicyVersion? Find(string accountId, int number) => VersionsOf(accountId).Find(version => version.Number == number);

    /// <summary>The next version of the account's policy.</summary>
    public PolicyVersion Add(PolicyText text, string by, string byId, DateTimeOffset now)
    {
        var made = PolicyVersion.Final(text, (Newest(text.AccountId)?.Number ?? 0) + 1, by, byId, now);
        VersionsOf(text.AccountId).Add(made);
        db.PolicyVersions.Add(made);
        return made;
    }

    public IReadOnlyList<PolicyReading> ReadersOf(PolicyVersion version) => ReadingsOf(version);

    /// <returns>False where the person had read it before.</returns>
    public bool Read(PolicyVersion version, string personId, DateTimeOffset now)
    {
        var read = ReadingsOf(version);
        if (read.Exists(reading => string.Equals(reading.PersonId, personId, StringComparison.OrdinalIgnoreCase))) return false;
        var made = PolicyReading.Of(version, personId, now);
        read.Add(made);
        db.PolicyReadings.Add(made);
        return true;
    }

    private List<PolicyVersion> VersionsOf(string accountId)
    {
        if (!versions.TryGetValue(accountId, out var known))
            versions[accountId] = known = [.. db.PolicyVersions.Where(version => version.AccountId == accountId)];
        return known;
    }

    private List<PolicyReading> ReadingsOf(PolicyVersion version)
    {
        var (account, number) = (version.AccountId, version.Number);
        if (!readings.TryGetValue((account, number), out var known))
            readings[(account, number)] = known =
                [.. db.PolicyReadings.Where(reading => reading.AccountId == account && reading.Number == number)];
        return known;
    }
}
