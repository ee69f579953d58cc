namespace TeamsBot.Tests;

/// <summary>
/// The architecture as one table: who may use whom among the folders of the app. A change of the table is a decision; it comes in its own commit
/// with an ADR. Walls between projects are the compiler's business, and <see cref="Projects_use_only_what_the_table_allows"/>'s.
/// </summary>
public sealed class DependencyTests
{
    private static readonly string[] Shared = ["Data", "Audit", "Outbox"];
    private static readonly string[] Core = [.. Shared, "Turns", "Cards", "Reminders"];
    private static readonly string[] Organisation = [.. Core, "Packs", "People", "Accounts", "Wording", "Calendar", "Pictures"];

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Data"] = [],
        ["Audit"] = ["Data"],
        ["Outbox"] = ["Data"],
        ["Turns"] = Shared,
        ["Cards"] = Shared,
        ["Reminders"] = Shared,
        ["Packs"] = Core,
        ["People"] = [.. Core, "Packs"],
        ["Accounts"] = [.. Core, "Packs", "People"],
        ["Wording"] = Shared,
        ["Calendar"] = [.. Core, "Packs", "People"],
        ["Pictures"] = [.. Shared, "Turns", "Cards"],
        ["Approvals"] = Organisation,
        ["Answers"] = Organisation,
        ["Words"] = Organisation,
        ["Comments"] = Organisation,
        ["PrivateUse"] = Organisation,
        ["Welcome"] = Organisation,
        ["Health"] = ["Data", "Outbox"],
    };

    /// <summary>They put everything together and may use everything.</summary>
    private static readonly string[] Above = ["", "Commands"];

    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["TeamsBot"] = ["AdaptiveCards", "TeamsBot.Protocol", "TeamsBot.Checks", "TeamsBot.Guidelines", "TeamsBot.LocalTeams"],
        ["TeamsBot.LocalTeams"] = ["TeamsBot.Protocol"],
        ["TeamsBot.Protocol"] = ["AdaptiveCards"],
        ["AdaptiveCards"] = [],
        ["TeamsBot.Checks"] = [],
        ["TeamsBot.Guidelines"] = [],
    };

    [Fact]
    public void Folders_use_only_what_the_table_allows() => Broken(Allowed).ShouldBeEmpty();

    [Fact]
    public void Every_folder_is_in_the_table() => Uses().SelectMany(use => new[] { use.From, use.To })
        .Select(FolderOf).OfType<string>().Distinct().Except(Above).Except(Allowed.Keys).ShouldBeEmpty();

    [Fact]
    public void No_arrow_leads_in_a_circle()
    {
        var placed = new HashSet<string>();
        while (Allowed.FirstOrDefault(row => !placed.Contains(row.Key) && row.Value.All(placed.Contains)).Key is { } next) placed.Add(next);
        Allowed.Keys.Except(placed).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Audit", "Data")]
    [InlineData("Turns", "Outbox")]
    public void A_forbidden_arrow_is_noticed(string from, string to)
    {
        var stricter = Allowed.ToDictionary(row => row.Key, row => row.Key == from ? row.Value.Where(folder => folder != to).ToArray() : row.Value);
        Broken(stricter).ShouldContain(arrow => arrow.Contains($"({from} -> {to})", StringComparison.Ordinal));
    }

    [Fact]
    public void Projects_use_only_what_the_table_allows()
    {
        var folder = Path.GetDirectoryName(typeof(Program).Assembly.Location)!;
        foreach (var (project, allowed) in Projects)
        {
            System.Reflection.Assembly.LoadFrom(Path.Combine(folder, $"{project}.dll")).GetReferencedAssemblies()
                .Select(reference => reference.Name!)
                .Where(name => name.StartsWith("TeamsBot", StringComparison.Ordinal) || Projects.ContainsKey(name))
                .Except(allowed)
                .ShouldBeEmpty(project);
        }
    }

    [Fact]
    public void The_sdk_stops_at_the_protocol()
    {
        string[] sdk = ["Microsoft.Bot", "Microsoft.Rest", "Newtonsoft", "Microsoft.IdentityModel"];
        typeof(Program).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => Array.Exists(sdk, part => name.StartsWith(part, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static IEnumerable<string> Broken(Dictionary<string, string[]> allowed) =>
        from use in Uses()
        let user = FolderOf(use.From)
        let used = FolderOf(use.To)
        where user is not null && used is not null && user != used && !Above.Contains(user)
        where !allowed.GetValueOrDefault(user, []).Contains(used)
        select $"{use.From} uses {use.To} ({user} -> {used})";

    private static IReadOnlySet<(TypeName From, TypeName To)> Uses() => TypeUses.In(typeof(Program).Assembly);

    /// <summary>The folder below the project; empty for the project's own; null for what the compiler made.</summary>
    private static string? FolderOf(TypeName type) => type.Namespace.Split('.') switch
    {
        ["TeamsBot"] => "",
        ["TeamsBot", var folder, ..] => folder,
        _ => null,
    };
}
