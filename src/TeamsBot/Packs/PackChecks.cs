using TeamsBot.Checks;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;

namespace TeamsBot.Packs;

/// <summary>
/// Says to the content checks what they must know of this organisation. It knows nothing about the draft: callers add that.
/// </summary>
internal sealed class PackChecks(Pack pack, IReadOnlyList<Facility> facilities, WordBook words)
{
    public OrganisationProfile Organisation { get; } = new()
    {
        Name = pack.Organisation.Name,
        Prefecture = pack.Organisation.Prefecture ?? "",
        Address = pack.Organisation.Address ?? "",
        Domains = pack.Organisation.OwnDomains,
        TrustedDomains = pack.Organisation.TrustedDomains,
        OfficialNames =
        [
            .. facilities
                .Select(facility => facility.Name)
                .Concat(pack.Organisation.Sections)
                .Append(pack.Organisation.Name)
                .Distinct(StringComparer.Ordinal),
        ],
        Phones = ByName(facilities, facility => facility.Phone),
        Addresses = ByName(facilities, facility => facility.Address),
        Emails = pack.Organisation.Emails,
        Accounts = [.. pack.Accounts.Select(account => account.Handle).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
    };

    public CheckPolicy Policy { get; } = new()
    {
        Pack = pack.Name,
        Secrecy = pack.Classification?.Secrecy is { } secrecy
            ? [new SecrecyScheme(secrecy.Scheme, secrecy.Forbidden, secrecy.UnlessReleasePlanned)]
            : [],
        MirrorLabels = pack.Classification?.Availability?.MirrorRequired ?? [],
        Cap = pack.Checks.Cap,
        RaisedMedia = pack.Checks.RaisedMedia,
        ApologyNeedsBeforeAfter = pack.Checks.ApologyNeedsBeforeAfter,
        Rules = RulesOf(pack),
    };

    /// <summary>What is known before the draft: the organisation, its policy, its words, and when it posts.</summary>
    /// <param name="account">Whose medium and hours count; null before one is chosen, then the pack's.</param>
    public CheckContext ContextFor(OfficialAccount? account, DateTimeOffset now, DateTimeOffset? plannedAt) => new()
    {
        Now = now,
        PlannedAt = plannedAt,
        Medium = account?.Medium ?? Medium.X,
        Organisation = Organisation,
        Policy = Policy,
        Words = words,
        OpeningDays = (account?.Hours ?? pack.OfficeHours)?.ToOpeningDays() ?? OpeningDays.Default,
        Account = account is null ? null : PolicyOf(account),
        Private = pack.Mode == UseMode.Private,
        PrivateUse = PrivateUseChecks,
        HistoryKnown = false,
    };

    private Checks.Context.PrivateUse PrivateUseChecks { get; } = new() { TraceWords = pack.PrivateUse?.TraceList ?? [] };

    private static AccountPolicy PolicyOf(OfficialAccount account) => new()
    {
        Contents = account.Topics,
        Media = [account.Medium],
        Audience = account.Audience ?? "",
        Replies = account.Replies,
        MembersOnly = account.MembersOnly,
        SpeaksForAll = account.Kind == AccountKind.CityOfficial,
    };

    /// <summary>What the pack says about rules; and where its guideline sets no posting hours, nothing is held against them.</summary>
    private static Dictionary<string, RuleSetting> RulesOf(Pack pack)
    {
        var rules = pack.Checks.Rules.ToDictionary(
            rule => rule.Rule,
            rule => new RuleSetting(rule.On, rule.Level, rule.Basis.Cite.Count > 0 ? rule.Basis.Cite : null),
            StringComparer.Ordinal
        );
        if (pack.PostingHours is null) rules.TryAdd("posting-hours", new RuleSetting(On: false));
        return rules;
    }

    // A facility may be listed twice, once for each of its phones; the first is the one to compare with.
    private static Dictionary<string, string> ByName(IReadOnlyList<Facility> facilities, Func<Facility, string?> value)
    {
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var facility in facilities)
        {
            if (value(facility) is { } known) byName.TryAdd(facility.Name, known);
        }

        return byName;
    }
}
