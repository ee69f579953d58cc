using TeamsBot.AccountDesk.Names;
using TeamsBot.Accounts;
using TeamsBot.Cards;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.AccountDesk.Registry;

/// <summary>The fields of an account's policy form (asaka-annex-1 to 6) as they were typed, kept through every refusal.</summary>
/// <param name="AccountId">The account that is changed; empty for a new one.</param>
/// <param name="Reason">Why the name may differ from the rule.</param>
internal sealed record AccountForm(
    string AccountId,
    string Stamp,
    string Section,
    string Information,
    string Purpose,
    string Medium,
    string Name,
    string Handle,
    string Url,
    string Kind,
    string State,
    string PolicyUrl,
    string Reason
)
{
    /// <summary>Which budget pays, where the medium is not free (asaka-4-n-line).</summary>
    public string Budget { get; init; } = "";

    /// <summary>The page of the own site that names the account, where the guideline wants one before it runs (yamaguchi-4-1-5a).</summary>
    public string Listing { get; init; } = "";

    /// <summary>Somebody asks for an account that does not exist yet.</summary>
    public bool IsApplication => State == nameof(AccountState.Preparing);

    public static AccountForm Empty { get; } =
        new("", "", "", "", "", "", "", "", "", nameof(AccountKind.Section), nameof(AccountState.Running), "", "");

    public static AccountForm Of(OfficialAccount account, AccountRecord record) =>
        new(
            account.Id,
            record.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            account.Section,
            record.Registered?.Information ?? "",
            account.Purpose ?? "",
            account.Medium.ToString(),
            account.Name,
            account.Handle ?? "",
            account.Url ?? "",
            account.Kind.ToString(),
            account.State.ToString(),
            account.PolicyUrl ?? "",
            account.NameException ?? ""
        )
        {
            Budget = record.Registered?.Budget ?? "",
        };

    /// <summary>What the card brings, secrets taken out: nothing of this is a place for one.</summary>
    public static AccountForm Read(CardAction action)
    {
        return new(
            action[AccountFields.Account],
            action[AccountFields.Stamp],
            Field(AccountFields.Section),
            Field(AccountFields.Information),
            Field(AccountFields.Purpose),
            action[AccountFields.Medium],
            Field(AccountFields.Name),
            Field(AccountFields.Handle),
            Field(AccountFields.Url),
            action[AccountFields.Kind],
            action[AccountFields.State],
            Field(AccountFields.PolicyUrl),
            Field(AccountFields.Reason)
        )
        {
            Budget = Field(AccountFields.Budget),
            Listing = Field(AccountFields.Listing),
        };
        string Field(string name) => TypedText.Of(action[name], RegisteredAccount.MaxUrl + 1);
    }

    /// <summary>The account these fields describe; only to be used when <see cref="AccountRules.Problems"/> has none.</summary>
    public RegisteredAccount ToAccount() => new(
        Name,
        WrittenHandle,
        Chosen.Of<Medium>(Medium) ?? default,
        Url.Length > 0 ? Url : null,
        Chosen.Of<AccountKind>(Kind) ?? default,
        Section,
        Chosen.Of<AccountState>(State) ?? default,
        Information.Length > 0 ? Information : null
    )
    {
        Budget = Budget.Length > 0 ? Budget : null,
    };

    /// <summary>With its @, however it was typed; null without one.</summary>
    public string? WrittenHandle => TurnRouter.Normal(Handle).Trim().TrimStart('@') is { Length: > 0 } bare ? $"@{bare}" : null;
}

/// <summary>What keeps a form from being finalised. Says everything at once, so that nobody has to press twice.</summary>
internal sealed class AccountRules(
    Pack pack,
    AccountRegister accounts,
    AccountNames names,
    Profiles.ProfileTurns profiles,
    AccountLimits limits
)
{
    public IReadOnlyList<string> Problems(AccountForm form)
    {
        var problems = new List<string>();
        if (form.Section.Length == 0) problems.Add("開設所属を選んでください。");
        else if (pack.Organisation.Sections.Count > 0 && !pack.Organisation.Sections.Contains(form.Section, StringComparer.Ordinal))
            problems.Add($"所属「{Short(form.Section)}」は組織の一覧にありません。一覧から選んでください。");
        if (form.Information.Length == 0) problems.Add("発信情報を入力してください。");
        if (form.Purpose.Length == 0) problems.Add("利用目的を入力してください。");
        var medium = Chosen.Of<Medium>(form.Medium);
        if (medium is null) problems.Add("種類（媒体）を一つ選んでください。媒体ごとに登録します。");
        if (Chosen.Of<AccountKind>(form.Kind) is not { } kind || pack.Approval?.RouteOf(kind) is null) problems.Add("アカウントの区分を選んでください。");
        if (Chosen.Of<AccountState>(form.State) is null) problems.Add("状態を選んでください。");
        problems.AddRange(limits.Problems(form));
        problems.AddRange(NameProblems(form));
        if (form.Handle.Length > RegisteredAccount.MaxHandle || form.Handle.Any(char.IsWhiteSpace))
            problems.Add("ID（@…）は50字までで、空白を入れずに入力してください。");
        if (medium is { } known) problems.AddRange(AddressProblems(form, known));
        if (form.PolicyUrl.Length > 0 && profiles.ProblemOf(form.PolicyUrl) is { } policy) problems.Add(policy);
        if (form.Information.Length > RegisteredAccount.MaxText || form.Purpose.Length > RegisteredAccount.MaxText)
            problems.Add("発信情報と利用目的は、それぞれ300字までで入力してください。");
        return problems;
    }

    /// <summary>A registered account with the same handle on the same medium (asaka-annex-5), or null.</summary>
    public OfficialAccount? Duplicate(AccountForm form) => Chosen.Of<Medium>(form.Medium) is { } medium
        && accounts.Same(medium, form.WrittenHandle, form.Name) is { } same && same.Id != form.AccountId ? same : null;

    private IEnumerable<string> NameProblems(AccountForm form)
    {
        if (form.Name.Length is 0 or > RegisteredAccount.MaxName) return ["アカウント名を100字までで入力してください。"];
        var findings = names.Check(
            form.Name,
            form.Section.Length > 0 ? form.Section : null,
            Chosen.Of<AccountKind>(form.Kind) ?? AccountKind.Section
        );
        if (form.Reason.Length > AccountRecord.MaxReason) return ["名前の例外の理由は200字までで入力してください。"];
        // A name that is in use already, as an imported one may be, is kept with its reason; a new one must follow the rule.
        var isKept = form.AccountId.Length > 0 && accounts.Find(form.AccountId)?.Name == form.Name;
        return (AccountNames.IsRefused(findings) && !isKept) || form.Reason.Length == 0
            ? findings.Select(finding => finding.Message + finding.Next)
            : [];
    }

    private IEnumerable<string> AddressProblems(AccountForm form, Medium medium)
    {
        if (form.Url.Length == 0) yield break;
        if (form.Url.Length > RegisteredAccount.MaxUrl || !OfficialAccount.IsAddress(form.Url))
            yield return "登録URLは、https:// で始まる形で入力してください。";
        else if (
            pack.Of(medium) is { Hosts.Count: > 0 } policy
            && !policy.Hosts.Contains(new Uri(form.Url).Host, StringComparer.OrdinalIgnoreCase)
        )
            yield return $"登録URLが{medium.Display()}のページではありません。種類とURLを確かめてください。";
    }

    private static string Short(string text) => ShortText.Shorten(text, 30);
}
