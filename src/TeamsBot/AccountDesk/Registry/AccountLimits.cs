using TeamsBot.AccountDesk.Life;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.People;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>
/// What a guideline says of whose an account may be, what it costs, where it is named and whether it may rest. Each sentence carries its
/// clause.
/// </summary>
internal sealed class AccountLimits(
    Pack pack, AccountRegister accounts, AccountLife life, PeopleDirectory people, ClauseNames clauses)
{
    public IEnumerable<string> Problems(AccountForm form) => [.. Owner(form), .. Line(form), .. Listing(form), .. Rest(form)];

    public FormAsks Asks(AccountForm form) => new(AsksBudget(form), AsksListing(form));

    private bool AsksBudget(AccountForm form) => Free(form) is { } free && free.Others.Count >= free.Rule.FreeAccounts && !IsFree(form);

    /// <summary>
    /// It is entered on this medium without a budget and not asked for one afterwards, whatever came after it. Which of several is the free
    /// one nobody says: an import has no budgets, and the pack may list one too.
    /// </summary>
    private bool IsFree(AccountForm form) =>
        accounts.Find(form.AccountId) is { Medium: Medium.Line, State: not AccountState.Closed } known
        && !accounts.IsOfPack(known.Id)
        && accounts.RecordOf(known.Id).Registered?.Budget is null;

    private bool AsksListing(AccountForm form) => !form.IsApplication && WantsListing && !IsListed(form);

    /// <summary>It runs already, or the page that names it is on record.</summary>
    private bool IsListed(AccountForm form) => accounts.Find(form.AccountId) is { } known
        && (known.State == AccountState.Running || life.RecordOf(known, AccountGate.SiteListing)?.State == GateState.Passed);

    private bool WantsListing => pack.AccountDuties?.Opening?.Gates.Contains(AccountGate.SiteListing) == true;

    /// <summary>The organisation's own voice belongs to those who look after all accounts (asaka-4-n1a).</summary>
    private IEnumerable<string> Owner(AccountForm form)
    {
        if (Chosen.Of<AccountKind>(form.Kind) != AccountKind.CityOfficial || form.Section.Length == 0) yield break;
        if (pack.Approval?.RouteOf(AccountKind.CityOfficial) is not { Final.Role: Role.PrHead } route) yield break;
        var owners = people.Holding(Role.PrHead).Select(person => person.Section).Distinct(StringComparer.Ordinal).ToList();
        if (owners.Count > 0 && !owners.Contains(form.Section, StringComparer.Ordinal))
            yield return $"{route.Name.Ja}は{string.Join("、", owners)}が管理します。所属のアカウントとして登録するか、{owners[0]}へご相談ください。{Clause(route.Basis)}";
    }

    private IEnumerable<string> Line(AccountForm form)
    {
        if (form.Budget.Length > RegisteredAccount.MaxText) yield return "費用の予算科目は300字までで入力してください。";
        if (!AsksBudget(form) || form.Budget.Length > 0 || Free(form) is not { } free) yield break;
        yield return $"LINEの公式アカウントを無償で持てるのは{free.Rule.FreeAccounts}件で、{AccountRegister.Display(free.Others[0])}があります。"
            + $"{free.Rule.Extra}ため、費用の予算科目を入力してください。{Clause(free.Rule.Basis)}";
    }

    private IEnumerable<string> Listing(AccountForm form)
    {
        if (!AsksListing(form) || Chosen.Of<AccountState>(form.State) != AccountState.Running) yield break;
        if (!OfficialAccount.IsAddress(form.Listing) || !pack.Organisation.IsOwn(new Uri(form.Listing)))
            yield return "運用中とするには、アカウントを掲載した公式ホームページ"
                + $"（{string.Join("、", pack.Organisation.OwnDomains)}）のページのアドレスを入力してください。{Clause(pack.AccountDuties!.Opening!.Basis)}";
    }

    /// <summary>An account is not put to rest in a form where its guideline forbids it (tochigi-8-2a).</summary>
    private IEnumerable<string> Rest(AccountForm form)
    {
        if (Chosen.Of<AccountState>(form.State) != AccountState.Dormant) yield break;
        if (pack.AccountDuties?.Dormancy is not { Forbidden: true } rule) yield break;
        if (form.AccountId.Length > 0 && accounts.Find(form.AccountId)?.State == AccountState.Dormant) yield break;
        yield return "休止はしないことになっています。再開か閉鎖を選んでください。やむを得ないときは、登録してから「休止 アカウント名」と送り、所属長の承認を受けてください。"
            + Clause(rule.Basis);
    }

    private (LineRule Rule, IReadOnlyList<OfficialAccount> Others)? Free(AccountForm form) =>
        Chosen.Of<Medium>(form.Medium) == Medium.Line && pack.AccountDuties?.Line is { } rule
            ? (rule, [.. accounts.All.Where(one => one.Medium == Medium.Line && Counts(one, form))])
            : null;

    private static bool Counts(OfficialAccount one, AccountForm form) => one.State != AccountState.Closed && one.Id != form.AccountId;

    private string Clause(Basis basis) => clauses.OwnOf(basis.Cite) is { Length: > 0 } known ? $"（根拠：{known}）" : "";
}

/// <summary>Fields of the form that only some accounts need.</summary>
/// <param name="Budget">The medium is paid for from the account on that is entered now: which budget pays.</param>
/// <param name="Listing">The account is to run, and the guideline wants the page that names it before.</param>
internal readonly record struct FormAsks(bool Budget, bool Listing);
