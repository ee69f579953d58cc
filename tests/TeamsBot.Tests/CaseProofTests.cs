using System.Reflection;
using System.Text.Json.Nodes;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace TeamsBot.Tests;

/// <summary>
/// The index of the situations that failed when they were found: each is played by a test with its own input, and at least five relatives
/// stand in a table, so that what was mended is the kind and not the case. Rows are counted, not claimed.
/// </summary>
public sealed class CaseProofTests(ITestOutputHelper output)
{
    private const int FewestRelatives = 5;

    private static readonly IReadOnlyList<MethodInfo> Tests =
    [
        .. typeof(CaseProofTests)
            .Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)),
    ];

    [SharedFact]
    public void Each_situation_that_failed_is_played_and_has_relatives()
    {
        var lacking = new List<string>();
        foreach (var id in Faults())
        {
            var (own, relatives) = (Tests.Where(test => Plays(test, id)).ToList(), Tests.Where(test => IsRelativeOf(test, id)).ToList());
            var count = relatives.Sum(test => Rows(test).Count - (Plays(test, id) ? 1 : 0));
            output.WriteLine($"{id}: {Names(own)}; {count} relatives in {Names(relatives)}");
            if (own.Count == 0) lacking.Add($"{id} is played by no test");
            if (count < FewestRelatives) lacking.Add($"{id} has {count} relatives");
        }

        lacking.ShouldBeEmpty();
    }

    /// <summary>A tag without a row behind it would let the index say more than the tests do.</summary>
    [SharedFact]
    public void No_tag_names_a_situation_that_the_file_or_the_tests_own_data_does_not_have()
    {
        var known = All().ToHashSet(StringComparer.Ordinal);
        foreach (var test in Tests)
        {
            var ids = test.GetCustomAttributes<CaseAttribute>().SelectMany(tag => tag.Ids).ToList();
            ids.Concat(test.GetCustomAttributes<RelativesOfAttribute>().Select(tag => tag.Id)).Except(known).ShouldBeEmpty(test.Name);
            if (ids.Count > 1) Rows(test).Select(row => row[0] as string).ShouldBe(ids, ignoreOrder: true, test.Name);
        }
    }

    private static bool Plays(MethodInfo test, string id) => test.GetCustomAttributes<CaseAttribute>().Any(tag => tag.Ids.Contains(id));

    private static bool IsRelativeOf(MethodInfo test, string id) =>
        test.GetCustomAttributes<RelativesOfAttribute>().Any(tag => tag.Id == id);

    private static List<object[]> Rows(MethodInfo test) =>
        [.. test.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(test))];

    private static string Names(IEnumerable<MethodInfo> tests) =>
        string.Join(", ", tests.Select(test => $"{test.DeclaringType!.Name}.{test.Name}"));

    private static IEnumerable<string> All() => Read().Select(row => (string)row["id"]!);

    private static IEnumerable<string> Faults() =>
        Read().Where(row => (string?)row["verdict"] == "FAULT").Select(row => (string)row["id"]!);

    private static IEnumerable<JsonNode> Read() =>
        File.ReadLines(SharedFolder.File("cases", "teams.jsonl")!).Select(line => JsonNode.Parse(line)!);
}
