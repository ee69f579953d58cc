using TeamsBot.Accounts;
using TeamsBot.Checks;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs;

namespace TeamsBot.AccountDesk.Names;

/// <summary>The pack's rule for names, put to a name or to the accounts of the register.</summary>
internal sealed class AccountNames(Pack pack, AccountRegister accounts)
{
    private NamingTerms? Terms => pack.AccountDuties?.Naming?.Terms;

    /// <summary>What the rule rests on.</summary>
    public IReadOnlyList<string> Clauses => Terms?.Clauses ?? [];

    /// <summary>Whether the guideline says anything about names.</summary>
    public bool HasTerms => Terms is { Prefix: not null } or { SectionInPrinciple: true };

    /// <param name="section">Who is to run the account; null while that is open, then any section's name will do.</param>
    public IReadOnlyList<NamingFinding> Check(string name, string? section, AccountKind kind = AccountKind.Section) =>
        Terms is { } terms
            ? AccountNaming.Check(name, section is null ? pack.Organisation.Sections : [section], kind == AccountKind.CityOfficial, terms)
            : [];

    public IReadOnlyList<NamingFinding> Check(OfficialAccount account) => Check(account.Name, account.Section, account.Kind);

    /// <summary>Whether a name is held back; anything milder passes with a reason.</summary>
    public static bool IsRefused(IEnumerable<NamingFinding> findings) => findings.Any(finding => finding.Severity >= Severity.Block);

    /// <summary>
    /// Accounts whose name the rule does not allow and for which nobody has recorded why: each is a task. A task is no row of its own, so
    /// it can neither be lost nor outlive its reason; it ends with the recorded exception or with another name.
    /// </summary>
    public IReadOnlyList<OfficialAccount> Tasks() =>
        [
            .. accounts.All.Where(account =>
                account.State != AccountState.Closed && account.NameException is null && Check(account).Count > 0
            ),
        ];
}
