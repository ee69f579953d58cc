using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Accounts;

/// <summary>Whose it is to read an account's policy, where the guideline wants it shared in the section (yamaguchi-3-1).</summary>
internal sealed class PolicyAudience(Pack pack, PolicyBook policies, PeopleDirectory people)
{
    /// <summary>The people of the account's section; nobody where the guideline does not want it shared.</summary>
    public IReadOnlyList<Person> Members(OfficialAccount account) => pack.AccountDuties?.PolicyForm?.IsShared == true
        ? [.. people.Persons.Where(person => person.Section == account.Section && person.Roles.Any(role => role != Role.Admin))]
        : [];

    /// <summary>Members who have not said that they read the version; that others read it counts for nobody.</summary>
    public IReadOnlyList<Person> Unread(OfficialAccount account, PolicyVersion version)
    {
        var read = policies.ReadersOf(version).Select(one => one.PersonId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. Members(account).Where(person => !read.Contains(person.ObjectId))];
    }

    /// <summary>The version in force that this person has still to read before using the account; null where there is none.</summary>
    public PolicyVersion? WaitsFor(Person person, OfficialAccount account) =>
        Members(account).Contains(person) ? policies.Unread(account.Id, person.ObjectId) : null;
}
