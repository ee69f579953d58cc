using TeamsBot.Checks;
using TeamsBot.Checks.Profiles;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>What names and profiles of accounts must show.</summary>
/// <param name="Prefix">What the name begins with (asaka-4-4); null where the guideline names nothing.</param>
/// <param name="PrefixLevel">A block where the name must begin so, a warning where it should.</param>
/// <param name="ProfileMust">What the profile text must show, each with its own clauses.</param>
internal sealed record NamingRule(
    string? Prefix,
    Severity PrefixLevel,
    bool SectionInPrinciple,
    IReadOnlyList<ProfileDemand> ProfileMust,
    Basis Basis
)
{
    private static readonly Words<Severity> Levels = new(
        ("must", Severity.Block, "必須", "must"),
        ("in-principle", Severity.Warn, "原則", "in principle")
    );

    private static readonly Words<ProfileMust> Demands = new(
        ("section-name", Checks.Profiles.ProfileMust.SectionName, "運用する所属名", "operating section"),
        ("public-body", Checks.Profiles.ProfileMust.PublicBody, "公的機関が運用していること", "a public body runs it"),
        ("reply-mode", Checks.Profiles.ProfileMust.ReplyMode, "発信専用か交流の場か", "whether it only informs"),
        ("policy-link", Checks.Profiles.ProfileMust.PolicyLink, "運用方針へのリンク", "link to the policy"),
        ("organisation", Checks.Profiles.ProfileMust.Organisation, "運用する組織名", "operating organisation"));

    public NamingTerms Terms => new(Prefix, PrefixLevel, SectionInPrinciple, Basis.Cite);

    public static string InJapanese(ProfileMust must) => Demands.InJapanese(must);

    public static NamingRule Read(MapReader from)
    {
        var prefix = from.OptionalText("prefix");
        if (prefix is null && from.Has("prefix_level"))
            from.Refuse("prefix_level", "prefix（名前の始め）がないので使えません。", "Of no use without prefix.");
        var level = from.Word("prefix_level", Levels, Severity.Block);
        var musts = from.Maps("profile_must", item => new ProfileDemand(item.Word("show", Demands), item.Cite()));
        for (var at = 1; at < musts.Count; at++)
        {
            if (musts.Take(at).Any(other => other.Must == musts[at].Must))
                from.Refuse("profile_must", at, "show", "二つ目です。一つにしてください。", "Listed twice; keep one.");
        }

        return new(prefix, level, from.Flag("section_in_principle", false), musts, Basis.Read(from));
    }
}
