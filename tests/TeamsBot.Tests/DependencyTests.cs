namespace TeamsBot.Tests;

/// <summary>
/// The architecture as one table of two levels: who may use whom among the folders of the app, and among the rooms of a folder that has
/// rooms. A change of the table is a decision; it comes in its own commit with an ADR. Walls between projects are the compiler's business,
/// and <see cref="Projects_use_only_what_the_table_allows"/>'s.
/// </summary>
/// <remarks>
/// A folder's own <c>XxxFeature</c> registers what its rooms hold and may use all of them, as Hosting may use all features.
/// </remarks>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Folders = new()
    {
        ["Data"] = [],
        ["Audit"] = ["Data"],
        ["Conversations"] = ["Data", "Cards"],
        ["Outbox"] = ["Data", "Conversations"],
        ["Turns"] = ["Data", "Audit", "Conversations", "Outbox", "Cards"],
        ["Cards"] = [],
        ["Reminders"] = ["Data", "Audit"],
        ["Packs"] = [],
        ["People"] = ["Data", "Packs"],
        ["Accounts"] = ["Data", "Packs", "People"],
        ["OfficeDays"] = ["Data"],
        ["OwnWords"] = ["Data"],
        ["Documents"] = [],
        ["Tables"] = [],
        ["Handouts"] = ["Data", "Conversations", "Outbox", "Turns", "Cards"],
        ["Pictures"] = ["Conversations", "Turns", "Cards", "Handouts"],
        ["Tasks"] =
        [
            "Data", "Audit", "Conversations", "Outbox", "Turns", "Cards", "Reminders", "Packs", "People", "OfficeDays",
        ],
        ["Rosters"] = ["Data", "Cards", "Packs", "People", "Tasks"],
        ["RosterDesk"] =
        [
            "Data", "Audit", "Conversations", "Outbox", "Turns", "Cards", "Reminders", "Packs", "People", "Rosters", "Tasks",
        ],
        ["Rotations"] =
        [
            "Data", "Audit", "Conversations", "Outbox", "Turns", "Cards", "Reminders", "Packs", "People", "Accounts", "Tasks",
        ],
        ["Upkeep"] =
        [
            "Data", "Audit", "Conversations", "Outbox", "Turns", "Cards", "Reminders", "Packs", "People", "Accounts", "Tasks",
        ],
        ["Approvals"] =
        [
            "Data",
            "Audit",
            "Conversations",
            "Outbox",
            "Turns",
            "Cards",
            "Reminders",
            "Packs",
            "People",
            "Accounts",
            "OfficeDays",
            "OwnWords",
            "Pictures",
            "Documents",
        ],
        ["AccountDesk"] =
        [
            "Data", "Audit", "Conversations", "Outbox", "Turns", "Cards", "Packs", "People", "Accounts", "Tables", "Tasks", "Handouts",
            "Rosters",
        ],
        ["PeopleDesk"] = ["Data", "Audit", "Conversations", "Outbox", "Turns", "Cards", "Packs", "People", "Documents", "Tables"],
        ["AbsenceDesk"] = ["Data", "Audit", "Conversations", "Outbox", "Turns", "Cards", "Packs", "People", "Rosters"],
        ["CalendarDesk"] = ["Data", "Audit", "Turns", "Cards", "Packs", "People", "OfficeDays"],
        ["WordDesk"] = ["Data", "Audit", "Turns", "Cards", "Packs", "People", "Accounts", "OwnWords"],
        ["Comments"] =
        [
            "Data",
            "Audit",
            "Conversations",
            "Outbox",
            "Turns",
            "Cards",
            "Reminders",
            "Packs",
            "People",
            "Accounts",
            "OfficeDays",
            "OwnWords",
            "Rosters",
        ],
        ["Answers"] = ["Data", "Audit", "Conversations", "Outbox", "Turns", "Cards", "Packs", "People"],
        ["PrivateUse"] = ["Data", "Audit", "Conversations", "Turns", "Cards", "Packs", "Pictures"],
        ["Welcome"] = ["Data", "Outbox", "Conversations", "Turns", "Cards", "Packs"],
    };

    /// <summary>Within a folder; its own files that stand in no room are the room named as the folder.</summary>
    private static readonly Dictionary<string, Dictionary<string, string[]>> Rooms = new()
    {
        ["Approvals"] = new()
        {
            ["Model"] = [],
            ["Cards"] = ["Model"],
            ["Approvals"] = ["Model", "Cards"],
            ["Writing"] = ["Model", "Cards", "Approvals"],
            ["Reviewing"] = ["Model", "Cards", "Approvals"],
            ["Posting"] = ["Model", "Cards", "Approvals"],
            ["Standing"] = ["Model", "Approvals"],
        },
        ["AccountDesk"] = new()
        {
            ["AccountDesk"] = [],
            ["Names"] = ["AccountDesk"],
            ["Profiles"] = ["AccountDesk"],
            ["Life"] = ["AccountDesk"],
            ["Sheet"] = [],
            ["Registry"] = ["AccountDesk", "Names", "Profiles", "Life", "Sheet"],
            ["Policies"] = ["AccountDesk", "Names", "Life"],
            ["Lists"] = ["AccountDesk", "Names", "Policies", "Sheet"],
            ["Devices"] = ["AccountDesk", "Registry"],
        },
    };

    /// <summary>They put everything together and may use everything.</summary>
    private static readonly string[] Above = ["", "Hosting", "Commands"];

    private static readonly Dictionary<string, string[]> Projects = new()
    {
        ["TeamsBot"] = ["AdaptiveCards", "TeamsBot.Protocol", "TeamsBot.Checks", "TeamsBot.Guidelines", "TeamsBot.LocalTeams",
            "TeamsBot.Graph"],
        ["TeamsBot.Graph"] = [],
        ["TeamsBot.LocalTeams"] = ["TeamsBot.Protocol"],
        ["TeamsBot.Protocol"] = ["AdaptiveCards"],
        ["AdaptiveCards"] = [],
        ["TeamsBot.Checks"] = [],
        ["TeamsBot.Guidelines"] = [],
    };

    [Fact]
    public void Folders_use_only_what_the_table_allows() => Arrows(FolderOf).Where(arrow => !Above.Contains(arrow.From))
        .Where(arrow => !Folders.GetValueOrDefault(arrow.From, []).Contains(arrow.To)).Select(Said).ShouldBeEmpty();

    [Fact]
    public void Rooms_use_only_what_the_table_allows() => Rooms.SelectMany(folder => Arrows(name => RoomOf(folder.Key, name))
        .Where(arrow => !folder.Value.GetValueOrDefault(arrow.From, []).Contains(arrow.To))).Select(Said).ShouldBeEmpty();

    [Fact]
    public void Every_folder_and_room_is_in_the_table()
    {
        Names(FolderOf).Except(Above).Except(Folders.Keys).ShouldBeEmpty();
        foreach (var (folder, rooms) in Rooms) Names(name => RoomOf(folder, name)).Except(rooms.Keys).ShouldBeEmpty(folder);
        var withRooms = TypeUses.In(typeof(Program).Assembly).Select(use => use.From.Namespace.Split('.'))
            .Where(parts => parts is ["TeamsBot", _, _, ..]).Select(parts => parts[1]).Distinct();
        withRooms.Except(Rooms.Keys).Except(["Data", "Packs"]).ShouldBeEmpty();
    }

    /// <summary>A permission that nobody uses is an arrow that nobody decided on.</summary>
    [Fact]
    public void No_permission_is_left_unused()
    {
        var folders = Arrows(FolderOf).Select(arrow => (arrow.From, arrow.To)).ToHashSet();
        Folders.SelectMany(row => row.Value.Select(to => (From: row.Key, To: to))).Where(arrow => !folders.Contains(arrow)).ShouldBeEmpty();
        foreach (var (folder, rooms) in Rooms)
        {
            var used = Arrows(name => RoomOf(folder, name)).Select(arrow => (arrow.From, arrow.To)).ToHashSet();
            rooms
                .SelectMany(row => row.Value.Select(to => (From: row.Key, To: to)))
                .Where(arrow => !used.Contains(arrow))
                .ShouldBeEmpty(folder);
        }
    }

    [Fact]
    public void No_arrow_leads_in_a_circle()
    {
        foreach (var table in Rooms.Values.Append(Folders))
        {
            var placed = new HashSet<string>();
            while (table.FirstOrDefault(row => !placed.Contains(row.Key) && row.Value.All(placed.Contains)).Key is { } next)
                placed.Add(next);
            table.Keys.Except(placed).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("Audit", "Data")]
    [InlineData("Turns", "Outbox")]
    public void A_forbidden_arrow_is_noticed(string from, string to) =>
        Arrows(FolderOf).ShouldContain(arrow => arrow.From == from && arrow.To == to);

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
        string[] sdk = ["Microsoft.Bot", "Microsoft.Rest", "Newtonsoft", "Microsoft.IdentityModel", "Microsoft.Graph", "Microsoft.Kiota"];
        typeof(Program).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => Array.Exists(sdk, part => name.StartsWith(part, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private sealed record Arrow(string From, string To, TypeName User, TypeName Used);

    private static string Said(Arrow arrow) => $"{arrow.User} uses {arrow.Used} ({arrow.From} -> {arrow.To})";

    private static IEnumerable<Arrow> Arrows(Func<TypeName, string?> place) =>
        from use in TypeUses.In(typeof(Program).Assembly)
        let user = place(use.From)
        let used = place(use.To)
        where user is not null && used is not null && user != used
        select new Arrow(user, used, use.From, use.To);

    private static IEnumerable<string> Names(Func<TypeName, string?> place) =>
        TypeUses.In(typeof(Program).Assembly).SelectMany(use => new[] { use.From, use.To }).Select(place).OfType<string>().Distinct();

    /// <summary>The folder below the project; empty for the project's own; null for what the compiler made.</summary>
    private static string? FolderOf(TypeName type) => type.Namespace.Split('.') switch
    {
        ["TeamsBot"] => "",
        ["TeamsBot", var folder, ..] => folder,
        _ => null,
    };

    /// <summary>
    /// The room of a type of <paramref name="folder"/>; null for other folders' types and for the folder's own registration.
    /// </summary>
    private static string? RoomOf(string folder, TypeName type) => type.Namespace.Split('.') switch
    {
        ["TeamsBot", var one] when one == folder => IsRegistration(type) ? null : folder,
        ["TeamsBot", var one, var room, ..] when one == folder => IsRegistration(type) ? null : room,
        _ => null,
    };

    private static bool IsRegistration(TypeName type) => type.Name.EndsWith("Feature", StringComparison.Ordinal);
}
