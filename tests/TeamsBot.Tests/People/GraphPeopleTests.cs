using Microsoft.Extensions.Configuration;
using TeamsBot.Graph;
using TeamsBot.Packs;
using TeamsBot.Packs.Reading;
using TeamsBot.People;

namespace TeamsBot.Tests.People;

/// <summary>What becomes of users, groups and managers: roles, sections, heads, and what the desk is told.</summary>
public sealed class GraphPeopleTests
{
    private const string Writers = "10000000-0000-4000-8000-000000000001";
    private const string Heads = "10000000-0000-4000-8000-000000000002";
    private const string PrHeads = "10000000-0000-4000-8000-000000000003";
    private const string Admins = "10000000-0000-4000-8000-000000000004";

    private static readonly string[] Sections = ["広報課", "防災課"];

    [Fact]
    public void Roles_come_from_groups_sections_from_departments_and_heads_from_managers()
    {
        var people = Read([User(1, "広報課", above: 3), User(2, "総務部 防災課", above: 4), User(3, "広報課", above: 9), User(4, "総務部　防災課", above: 9),
            User(9, "総務部")], [1, 2]).People;

        Roles(people, 1).ShouldBe([Role.Writer, Role.Admin]);
        people.Find(Id(2))!.Section.ShouldBe("防災課");
        people.Holding(Role.Head, "広報課").ShouldHaveSingleItem().ObjectId.ShouldBe(Id(3));
        people.Holding(Role.Head, "防災課").ShouldHaveSingleItem().ObjectId.ShouldBe(Id(4));
        people.Find(Id(9)).ShouldBeNull("somebody with no role and in no group is none of the bot's business");
    }

    [Fact]
    public void Of_ranks_within_a_section_the_topmost_is_the_head() =>
        Read([User(1, "広報課", above: 2), User(2, "広報課", above: 3), User(3, "広報課", above: 9), User(9, "総務部")], [1]).People.Holding(Role.Head)
            .ShouldHaveSingleItem().ObjectId.ShouldBe(Id(3));

    [Fact]
    public void Where_two_could_be_the_head_nobody_is_and_the_desk_is_told()
    {
        var reading = Read([User(1, "広報課", above: 3), User(2, "広報課", above: 4), User(3, "広報課"), User(4, "広報課")], [1, 2]);

        reading.People.Holding(Role.Head).ShouldBeEmpty();
        reading.Notes.ShouldContain(note => note.Key == "head:広報課" && note.Japanese.Contains("一人に決まりません", StringComparison.Ordinal));
    }

    [Fact]
    public void A_head_by_group_goes_before_managers_and_of_two_the_upper_one_is_meant()
    {
        GraphUser[] users = [User(1, "広報課", above: 3), User(3, "広報課", above: 4), User(4, "広報課")];

        Read(users, [1], heads: [3]).People.Holding(Role.Head).ShouldHaveSingleItem().ObjectId.ShouldBe(Id(3));
        Read(users, [1], heads: [3, 4]).People.Holding(Role.Head).ShouldHaveSingleItem().ObjectId.ShouldBe(Id(4));
        Read(users, [1], heads: [1, 4]).People.Holding(Role.Head).ShouldBeEmpty();
    }

    [Fact]
    public void Two_heads_of_public_relations_are_none()
    {
        var reading = Read([User(1, "広報課", above: 3), User(3, "広報課")], [1], prHeads: [1, 3]);

        reading.People.Holding(Role.PrHead).ShouldBeEmpty();
        reading.Notes.ShouldContain(note => note.Key == "prHead");
    }

    [Fact]
    public void A_blocked_account_is_nobody_and_a_group_without_its_user_loses_nothing_else()
    {
        var people = Read([User(1, "広報課", above: 3) with { IsEnabled = false }, User(2, "広報課", above: 3), User(3, "広報課")],
            [1, 2, 7]).People;

        people.Find(Id(1)).ShouldBeNull();
        people.Holding(Role.Writer).ShouldHaveSingleItem().ObjectId.ShouldBe(Id(2));
    }

    [Fact]
    public void What_somebody_must_mend_in_Entra_is_named()
    {
        var directory = Directory([User(1, "税務課")], [1]);
        var group = directory.Groups[Writers];
        var gone = directory with { Groups = new Dictionary<string, GraphGroup>(
            directory.Groups) { [Writers] = group with { MissingSince = DateTimeOffset.UnixEpoch, HasGroups = true } } };

        var keys = GraphPeople.Of(gone, Options(), Sections).Notes.Select(note => note.Key).ToList();

        keys.ShouldBe([$"missing:{Writers}", $"nested:{Writers}", $"empty:{Heads}", $"empty:{PrHeads}", $"empty:{Admins}", "head:税務課",
            "sections", "admin"], ignoreOrder: true);
    }

    [Fact]
    public void Deputies_are_those_of_the_settings_where_both_are_there()
    {
        var deputies = new[] { new Deputy(Id(3), Id(1), null, null, 1), new Deputy(Id(3), Id(8), null, null, 2) };

        GraphPeople.Of(Directory([User(1, "広報課", above: 3), User(3, "広報課")], [1]), Options() with { Deputies = deputies },
            Sections).People.Deputies.ShouldBe([deputies[0]]);
    }

    [Fact]
    public void Settings_are_read_with_their_defaults()
    {
        var options = PeopleFeature.GraphOf(Section(new() { ["People:Source"] = "Graph",
            ["People:Graph:Groups:0:Id"] = Writers.ToUpperInvariant(), ["People:Graph:Groups:0:Role"] = "writer" }))!;

        options.Groups.ShouldBe([new(Writers, Role.Writer)]);
        (options.HeadsAreManagers, options.ReadsAbsences, options.App, options.Every, options.Url)
            .ShouldBe((true, false, null, TimeSpan.FromMinutes(15), null));
    }

    [Theory]
    [InlineData("Source", "Grpah", "People:Source")]
    [InlineData("Graph:Groups:0:Id", "writers", "People:Graph:Groups:0:Id")]
    [InlineData("Graph:Groups:0:Role", "king", "People:Graph:Groups:0:Role")]
    [InlineData("Graph:Minutes", "0", "People:Graph:Minutes")]
    [InlineData("Graph:Url", "http://graph.example.jp", "People:Graph:Url")]
    [InlineData("Graph:Minuts", "5", "People:Graph:Minuts")]
    public void Wrong_settings_are_named_by_their_key(string key, string value, string place)
    {
        var settings = new Dictionary<string, string?> { ["People:Source"] = "Graph", ["People:Graph:Groups:0:Id"] = Writers,
            ["People:Graph:Groups:0:Role"] = "writer", [$"People:{key}"] = value };

        Should.Throw<SettingsRefusedException>(() => PeopleFeature.GraphOf(Section(settings))).Problems.ShouldContain(
            problem => problem.Place.ToString() == place);
    }

    private static GraphReading Read(GraphUser[] users, int[] writers, int[]? heads = null, int[]? prHeads = null) =>
        GraphPeople.Of(Directory(users, writers, heads, prHeads), Options(), Sections);

    private static GraphDirectory Directory(GraphUser[] users, int[] writers, int[]? heads = null, int[]? prHeads = null) =>
        GraphDirectory.Empty with
    {
        Users = users.ToDictionary(user => user.Id),
        Groups = new Dictionary<string, GraphGroup>
        {
            [Writers] = Group(Writers, writers), [Heads] = Group(Heads, heads ?? []), [PrHeads] = Group(PrHeads, prHeads ?? []),
                [Admins] = Group(Admins, users.Any(user => user.Section == "税務課") ? [] : [1]),
        },
    };

    private static GraphGroup Group(string id, int[] members) => new(id, "グループ", [.. members.Select(Id)], null, HasGroups: false);

    private static GraphOptions Options() => new(
        [new(Writers, Role.Writer), new(Heads, Role.Head), new(PrHeads, Role.PrHead), new(Admins, Role.Admin)], true, false, null,
        TimeSpan.FromMinutes(15), null, []);

    private static GraphUser User(int number, string department, int? above = null) =>
        new(Id(number), $"職員{number}", department, "主事", IsEnabled: true, above is { } manager ? Id(manager) : null);

    private static IReadOnlyList<Role> Roles(PeopleDirectory people, int number) => people.Find(Id(number))!.Roles;

    private static string Id(int number) => $"20000000-0000-4000-8000-{number:D12}";

    private static IConfigurationSection Section(Dictionary<string, string?> settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings).Build().GetSection("People");
}
