using TeamsBot.Accounts;
using TeamsBot.Checks;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs;

namespace TeamsBot.AccountDesk.Profiles;

/// <summary>
/// What checking and writing a profile have in common: the facts of the account, and whether an address may be its policy's.
/// </summary>
internal sealed class ProfileTurns(Pack pack, PackChecks checks, TimeProvider time)
{
    public const int MaxText = 2000;

    public DateTimeOffset Now => time.GetUtcNow();

    public ProfileFacts FactsOf(OfficialAccount account) => new()
    {
        Organisation = pack.Organisation.Name,
        Section = account.Section,
        Purpose = account.Purpose ?? (account.Topics.Count > 0 ? $"{string.Join("、", account.Topics)}をお届けします。" : ""),
        PolicyUrl = account.PolicyUrl,
        ReplyMode = account.ReplyMode,
        MaxLength = LimitOf(account)?.Value,
        Demands = pack.AccountDuties?.Naming?.ProfileMust ?? [],
    };

    public NumberSetting? LimitOf(OfficialAccount account) => pack.Of(account.Medium)?.ProfileLimit;

    public IReadOnlyList<ProfileFinding> Check(string text, OfficialAccount account) =>
        ProfileCheck.Check(text, FactsOf(account), Misnamed(text, account));

    /// <summary>Why an address cannot be the policy's, or null. The policy stands on the organisation's own site.</summary>
    public string? ProblemOf(string policyUrl)
    {
        if (policyUrl.Length > RegisteredAccount.MaxUrl || !OfficialAccount.IsAddress(policyUrl))
            return "運用方針のURLは、https:// で始まる形で入力してください。";
        return pack.Organisation.IsOwn(new Uri(policyUrl))
            ? null
            : $"運用方針のURLには、公式ホームページ（{string.Join("、", pack.Organisation.OwnDomains)}）のページを入力してください。";
    }

    /// <summary>What the word book and the name rule know as a wrong or former name of the section.</summary>
    private string? Misnamed(string text, OfficialAccount account) => ContentChecker.Check(text, checks.ContextFor(account, Now, null))
        .Where(finding => finding.Category == Category.OfficialName && finding.Replacement == account.Section)
        .Select(finding => finding.Span is { } span ? text[span.Start..span.End] : null).FirstOrDefault();
}
