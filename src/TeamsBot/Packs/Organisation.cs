using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>
/// The organisation itself. Its facilities with their phones stand in <c>words.yml</c>, its accounts in <see cref="Pack.Accounts"/>.
/// </summary>
/// <param name="Prefecture">Null for a body that belongs to no prefecture.</param>
/// <param name="Address">Printed form with 〒, or null.</param>
/// <param name="OwnDomains">Domains of its own site: a link there is a link home.</param>
internal sealed record Organisation(
    string Name, string Kind, string? Prefecture, string? Address,
    IReadOnlyList<string> OwnDomains, IReadOnlyList<string> TrustedDomains, IReadOnlyList<string> Emails, IReadOnlyList<string> Sections)
{
    public static Organisation Read(MapReader from) => new(
        from.Text("name"), from.Text("kind"), from.OptionalText("prefecture"), from.OptionalText("address"),
        from.Texts("own_domains"), from.Texts("trusted_domains"), from.Texts("emails"), from.Texts("sections"));

    /// <summary>Whether a page is on its own site; where the pack names no domains, nobody can tell and any page counts.</summary>
    public bool IsOwn(Uri page) =>
        OwnDomains.Count == 0
        || OwnDomains.Any(domain =>
            page.Host.Equals(domain, StringComparison.OrdinalIgnoreCase)
            || page.Host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase)
        );
}

/// <summary>The document a pack follows.</summary>
/// <param name="Label">The edition as printed on it, or null where it names none.</param>
internal sealed record Edition(string? Label, DateOnly? UpdatedOn, Basis Basis)
{
    public static Edition Read(MapReader from) => new(from.OptionalText("label"), from.OptionalDate("updated"), Basis.Read(from));
}

/// <summary>A rule the guideline rests on but does not contain: questions about it are answered with "not loaded".</summary>
internal sealed record ParentDocument(string Name, string Loaded, Basis Basis)
{
    public static ParentDocument Read(MapReader from) => new(from.Text("name"), from.Text("loaded"), Basis.Read(from));
}
