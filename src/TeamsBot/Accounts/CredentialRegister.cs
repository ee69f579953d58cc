using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.Accounts;

/// <summary>
/// Who answers for which account's password. Read once a turn, as <see cref="AccountRegister"/> is; a change is seen at once and stored
/// with the turn.
/// </summary>
internal sealed class CredentialRegister(BotDbContext db, PeopleDirectory people)
{
    private List<AccountCredential>? rows;

    public IReadOnlyList<AccountCredential> All => Rows;

    public AccountCredential? Find(string accountId) =>
        Rows.Find(row => AccountId.IsSame(row.AccountId, accountId));

    /// <summary>What was entered of the account, or a new row for it.</summary>
    public AccountCredential Of(string accountId)
    {
        if (Find(accountId) is { } known) return known;
        var made = AccountCredential.Of(accountId);
        Rows.Add(made);
        db.AccountCredentials.Add(made);
        return made;
    }

    /// <summary>The custodians who are still members of staff.</summary>
    public IReadOnlyList<Person> CustodiansOf(string accountId) =>
        [.. (Find(accountId)?.Custodians ?? []).Select(people.Find).OfType<Person>()];

    /// <summary>Who hears of it where no custodian is there; null where nobody is named who is still a member of staff.</summary>
    public Person? DeputyOf(string accountId) => Find(accountId)?.DeputyId is { } id ? people.Find(id) : null;

    /// <summary>
    /// Who may see who keeps an account's password: its section, those who look after all accounts [asaka-2-5b], and whoever knows it.
    /// </summary>
    public bool MaySee(Person? person, OfficialAccount account) =>
        person is not null
        && (person.Section == account.Section
            || person.Has(Role.Desk)
            || person.Has(Role.PrHead)
            || Find(account.Id)?.IsCustodian(person.ObjectId) == true);

    private List<AccountCredential> Rows => rows ??= [.. db.AccountCredentials];
}
