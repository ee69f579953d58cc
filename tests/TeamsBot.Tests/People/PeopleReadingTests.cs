using Microsoft.Extensions.Configuration;
using TeamsBot.Packs;
using TeamsBot.Packs.Reading;
using TeamsBot.People;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.People;

public sealed class PeopleReadingTests
{
    private const string Sato = "a0000000-0000-4000-8000-000000000001";
    private const string Tanaka = "a0000000-0000-4000-8000-000000000003";

    [Fact]
    public void The_sample_people_can_play_the_whole_approval()
    {
        var people = PeopleFeature.Load(Section([]), Shipped.Sample, Shipped.Folder);

        var route = people.ResolveRoute(Shipped.Sample, Shipped.Sample.Accounts[0], Sato, new(2026, 11, 20, 1, 0, 0, TimeSpan.Zero));

        route.Refusal.ShouldBeNull();
        route.Reviewers.Select(reviewer => reviewer.Person.Name).ShouldContain("鈴木 一郎");
        route.Final!.Person.Name.ShouldBe("田中 誠");
    }

    [Fact]
    public void Configuration_takes_the_place_of_the_file()
    {
        var people = PeopleFeature.Load(
            Section(
                new()
                {
                    ["People:Persons:0:Id"] = Sato,
                    ["People:Persons:0:Name"] = "佐藤 花子",
                    ["People:Persons:0:Section"] = "広報課",
                    ["People:Persons:0:Title"] = "主事",
                    ["People:Persons:0:Roles:0"] = "writer",
                }
            ),
            Shipped.Sample,
            Shipped.Folder
        );

        people.Persons.ShouldHaveSingleItem().Roles.ShouldBe([Role.Writer]);
    }

    [Fact]
    public void A_wrong_setting_is_named_by_its_key()
    {
        var refused = Should.Throw<SettingsRefusedException>(() => PeopleFeature.Load(
            Section(
                new()
                {
                    ["People:Persons:0:Id"] = "sato",
                    ["People:Persons:0:Name"] = "佐藤 花子",
                    ["People:Persons:0:Section"] = "広報課",
                    ["People:Persons:0:Title"] = "主事",
                    ["People:Persons:0:Roles:0"] = "boss",
                }
            ),
            Shipped.Sample,
            Shipped.Folder
        ));

        refused.Problems.Select(problem => problem.Place.ToString()).ShouldBe(["People:Persons:0:Roles:0", "People:Persons:0:Id"]);
    }

    [Theory]
    [InlineData("id: x, name: 佐藤, section: 広報課, title: 主事, roles: [writer]", "", "persons[0].id")]
    [InlineData($"id: {Sato}, name: 佐藤, section: 税務課, title: 主事, roles: [writer]", "", "persons[0].section")]
    [InlineData($"id: {Sato}, name: 佐藤, section: 広報課, title: 主事, roles: [king]", "", "persons[0].roles[0]")]
    [InlineData($"id: {Sato}, section: 広報課, title: 主事, roles: [writer]", "", "persons[0].name")]
    [InlineData($"id: {Tanaka}, name: 田中, section: 広報課, title: 課長, roles: [writer]", "", "persons[1].id")]
    [InlineData($"id: {Sato}, name: 佐藤, section: 広報課, title: 課長, roles: [head]", "", "persons[1].roles")]
    [InlineData(null, $"for: {Tanaka}, by: {Tanaka}", "deputies[0].by")]
    [InlineData(null, $"for: {Tanaka}, by: {Sato}, from: 2026-11-20", "deputies[0].from")]
    [InlineData(null, $"for: {Tanaka}, by: {Sato}, from: 2026-11-20, to: 2026-11-19", "deputies[0].to")]
    [InlineData(null, $"for: {Tanaka}, by: a0000000-0000-4000-8000-000000000099", "deputies[0].by")]
    public void Wrong_people_are_named_by_their_field(string? person, string deputy, string field)
    {
        person ??= $"id: {Sato}, name: 佐藤, section: 広報課, title: 主事, roles: [writer]";
        var text = $$"""
            persons:
              - { {{person}} }
              - { id: {{Tanaka}}, name: 田中, section: 広報課, title: 課長, roles: [head] }
            deputies: [{{(deputy.Length == 0 ? "" : $"{{ {deputy} }}")}}]
            """;

        Problems(text).ShouldHaveSingleItem().Field.ShouldBe(field);
    }

    [Fact]
    public void Two_deputies_of_one_order_in_overlapping_periods_are_refused() => Problems($$"""
        persons:
          - { id: {{Sato}}, name: 佐藤, section: 広報課, title: 主事, roles: [writer] }
          - { id: {{Tanaka}}, name: 田中, section: 広報課, title: 課長, roles: [head] }
        deputies:
          - { for: {{Tanaka}}, by: {{Sato}}, from: 2026-11-20, to: 2026-11-22 }
          - { for: {{Tanaka}}, by: {{Sato}}, from: 2026-11-22, to: 2026-11-24 }
          - { for: {{Tanaka}}, by: {{Sato}}, from: 2026-11-25, to: 2026-11-26 }
        """).ShouldHaveSingleItem().Field.ShouldBe("deputies[1].order");

    [Fact]
    public void Nobody_registered_stops_the_start()
    {
        var refused = Should.Throw<SettingsRefusedException>(() =>
            PeopleFeature.Load(Section(new() { ["People:File"] = "nobody.yaml" }), Shipped.Sample, Shipped.Folder)
        );

        refused.Problems.ShouldHaveSingleItem().Japanese.ShouldContain("職員の登録がありません");
    }

    private static IReadOnlyList<Problem> Problems(string text)
    {
        var problems = new ProblemList();
        PeopleReader.Read(YamlNodes.Read(new StringReader(text), PackFolder.PeopleFile, problems)!, ["広報課"], problems);
        return problems.All;
    }

    private static IConfigurationSection Section(Dictionary<string, string?> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("People");
}
