using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.Accounts;

/// <summary>
/// The operation policies of the accounts and who has read them, as this turn leaves them. Read once a turn, as
/// <see cref="AccountRegister"/> is: a list of tasks asks for each of them several times.
/// </summary>
internal sealed class PolicyBook(BotDbContext db)
{
    private List<PolicyVersion>? versions;
    private List<PolicyReading>? readings;

    /// <summary>The policy in force; null where none was finalised.</summary>
    public PolicyVersion? Newest(string accountId) => VersionsOf(accountId).MaxBy(version => version.Number);

    /// <summary>
    /// The version in force, where this person has not said that they read it. A hand-in asks it of one account: of what this turn has not
    /// read anyway only the two rows are fetched, and nothing of them is kept.
    /// </summary>
    public PolicyVersion? Unread(string accountId, string personId)
    {
        if (versions is not null)
            return Newest(accountId) is { } known && !IsReadBy(known, personId) ? known : null;
        var person = personId.ToLowerInvariant();
        var newest = db.PolicyVersions.AsNoTracking().OfAccount(version => version.AccountId, accountId)
            .OrderByDescending(version => version.Number).FirstOrDefault();
        return newest is not null && !db.PolicyReadings.Any(reading =>
            reading.AccountId == newest.AccountId && reading.Number == newest.Number && reading.PersonId == person) ? newest : null;
    }

    public PolicyVersion? Find(string accountId, int number) => VersionsOf(accountId).FirstOrDefault(version => version.Number == number);

    /// <summary>The next version of the account's policy.</summary>
    public PolicyVersion Add(PolicyText text, string by, string byId, DateTimeOffset now)
    {
        var made = PolicyVersion.Final(text, (Newest(text.AccountId)?.Number ?? 0) + 1, by, byId, now);
        Versions.Add(made);
        db.PolicyVersions.Add(made);
        return made;
    }

    public IReadOnlyList<PolicyReading> ReadersOf(PolicyVersion version) =>
        Readings.FindAll(reading => reading.Number == version.Number && AccountId.IsSame(reading.AccountId, version.AccountId));

    /// <returns>False where the person had read it before.</returns>
    public bool Read(PolicyVersion version, string personId, DateTimeOffset now)
    {
        if (IsReadBy(version, personId)) return false;
        var made = PolicyReading.Of(version, personId, now);
        Readings.Add(made);
        db.PolicyReadings.Add(made);
        return true;
    }

    private bool IsReadBy(PolicyVersion version, string personId) =>
        ReadersOf(version).Any(reading => string.Equals(reading.PersonId, personId, StringComparison.OrdinalIgnoreCase));

    private IEnumerable<PolicyVersion> VersionsOf(string accountId) =>
        Versions.Where(version => AccountId.IsSame(version.AccountId, accountId));

    private List<PolicyVersion> Versions => versions ??= [.. db.PolicyVersions];

    private List<PolicyReading> Readings => readings ??= [.. db.PolicyReadings];
}
