using TeamsBot.Checks;
using TeamsBot.Checks.Context;

namespace TeamsBot.Packs;

/// <summary>What the content checks are told about the organisation: its names, its labels, the medium, and what it changed about the rules.</summary>
internal sealed class PackChecks(Pack pack)
{
    private readonly OrganisationProfile organisation = new()
    {
        Name = pack.Organisation.Name,
        Prefecture = pack.Organisation.Prefecture ?? "",
        Address = pack.Organisation.Address ?? "",
        Domains = pack.Organisation.OwnDomains,
        Emails = pack.Organisation.Emails,
        Accounts = [.. pack.Accounts.Select(account => account.Handle).OfType<string>()],
    };

    private readonly CheckPolicy policy = new()
    {
        Pack = pack.Name,
        Secrecy = pack.Classification?.Secrecy is { } secrecy ? [new SecrecyScheme(secrecy.Scheme, secrecy.Forbidden, secrecy.UnlessReleasePlanned)] : [],
        MirrorLabels = pack.Classification?.Availability?.MirrorRequired ?? [],
        Cap = pack.Checks.Cap,
        Rules = pack.Checks.Rules.ToDictionary(
            rule => rule.Rule, rule => new RuleSetting(rule.On, rule.Level, rule.Basis.Cite), StringComparer.Ordinal),
    };

    /// <param name="account">Where it is to appear; null while none is chosen, and then X's limits are shown because they are the narrowest.</param>
    public CheckContext ContextFor(OfficialAccount? account, DateTimeOffset now, DateTimeOffset? plannedAt) => new()
    {
        Now = now,
        PlannedAt = plannedAt,
        Medium = Of(account?.Medium ?? Medium.X),
        Organisation = organisation,
        Policy = policy,
        Private = pack.Mode == UseMode.Private,
    };

    private static Checks.Context.Medium Of(Medium medium) => medium switch
    {
        Medium.X => Checks.Context.Medium.X,
        Medium.Facebook => Checks.Context.Medium.Facebook,
        Medium.Instagram => Checks.Context.Medium.Instagram,
        Medium.Line => Checks.Context.Medium.Line,
        Medium.YouTube => Checks.Context.Medium.YouTube,
        _ => Checks.Context.Medium.Other,
    };
}
