using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>The operation policies of the accounts and who has read them, as this turn leaves them.</summary>
internal sealed class PolicyBook(BotDbContext db)
{
    /// <summary>The policy in force; null where none was finalised.</summary>
    public PolicyVersion? Newest(string accountId) => VersionsOf(accountId).MaxBy(version => version.Number);

    public PolicyVersion? Find(string accountId, int number) => VersionsOf(accountId).FirstOrDefault(version => version.Number == number);

    /// <summary>The next version of the account's policy.</summary>
    public PolicyVersion Add(PolicyText text, string by, string byId, DateTimeOffset now)
    {
        var made = PolicyVersion.Final(text, (Newest(text.AccountId)?.Number ?? 0) + 1, by, byId, now);
        db.PolicyVersions.Add(made);
        return made;
    }

    public IReadOnlyList<PolicyReading> ReadersOf(PolicyVersion version)
    {
        var (account, number) = (version.AccountId, version.Number);
        var stored = db.PolicyReadings.Where(reading => reading.AccountId == account && reading.Number == number).ToList();
        return [.. stored.Union(db.PolicyReadings.Local.Where(reading => reading.AccountId == account && reading.Number == number))];
    }

    /// <returns>False where the person had read it before.</returns>
    public bool Read(PolicyVersion version, string personId, DateTimeOffset now)
    {
        if (ReadersOf(version).Any(reading => string.Equals(reading.PersonId, personId, StringComparison.OrdinalIgnoreCase))) return false;
        db.PolicyReadings.Add(PolicyReading.Of(version, personId, now));
        return true;
    }

    private IEnumerable<PolicyVersion> VersionsOf(string accountId)
    {
        var stored = db.PolicyVersions.Where(version => version.AccountId == accountId).ToList();
        return stored.Union(db.PolicyVersions.Local.Where(version => version.AccountId == accountId));
    }
}
