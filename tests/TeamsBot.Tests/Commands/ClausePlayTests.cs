using System.Runtime.CompilerServices;
using System.Text.Json;

namespace TeamsBot.Tests.Commands;

/// <summary>
/// Clauses whose behaviour is a check of a text under the organisation's own pack, played through the command line as it is: the text that
/// the clause is about is found with the weight the clause asks for, its harmless neighbour is left alone. The texts stand in
/// Plays/clauses.tsv.
/// </summary>
[Clause("asaka-2-1b", "asaka-3-2-3-1", "asaka-3-2-3-4", "asaka-3-3-3-2", "asaka-5-3-1", "asaka-5-3-10", "asaka-5-3-2")]
[Clause("asaka-5-3-3", "asaka-5-3-4", "asaka-5-3-5", "asaka-5-3-7", "asaka-5-3-8", "asaka-5-3-9", "asaka-6-2-1a", "asaka-6-2-2a")]
[Clause("asaka-6-2-4-sa", "asaka-6-2-4-se", "asaka-6-2-4-shi", "asaka-6-2-4-su", "asaka-6-2-5", "asaka-7-2-1", "asaka-8-3-1b")]
[Clause("asaka-8-3-3b", "asaka-annex-6", "tochigi-2-2", "tochigi-4-2-3", "tochigi-5-3-2", "tochigi-6-1-3", "tochigi-6-1-4")]
[Clause("ward-4-11", "ward-4-7", "yamaguchi-2-2", "yamaguchi-2-3", "yamaguchi-3-1-4b", "yamaguchi-3-4c", "yamaguchi-4-1-3")]
[Clause("yamaguchi-4-1-4", "yamaguchi-4-2-1-2")]
public sealed class ClausePlayTests
{
    public static TheoryData<string, string[]> Rows()
    {
        var rows = new TheoryData<string, string[]>();
        foreach (var line in Lines()) rows.Add(line[0], line);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_check_finds_what_the_clause_is_about_and_nothing_in_its_neighbour(string clauses, string[] row)
    {
        var (pack, rule, severity, found, leftAlone) = (row[1], row[4], row[5], row[6], row[7]);
        var findings = await Check(pack, row[2], row[3], found);

        var hits = findings.Where(finding => finding.Rule == rule).ToList();
        hits.ShouldNotBeEmpty($"{clauses}: {string.Join(' ', findings.Select(finding => finding.Rule))}");
        if (severity.Length > 0) hits.ShouldContain(finding => finding.Severity == severity);
        if (leftAlone != "-") (await Check(pack, row[2], row[3], leftAlone)).ShouldNotContain(finding => finding.Rule == rule);
    }

    /// <summary>The tags above are the table's, so that neither claims more than the other.</summary>
    [Fact]
    public void The_tags_are_the_tables_clauses() =>
        typeof(ClausePlayTests)
            .GetCustomAttributes(typeof(ClauseAttribute), false)
            .Cast<ClauseAttribute>()
            .SelectMany(tag => tag.Ids)
            .Order(StringComparer.Ordinal)
            .ShouldBe(Lines().SelectMany(row => row[0].Split(' ')).Distinct().Order(StringComparer.Ordinal));

    private static async Task<List<Found>> Check(string pack, string medium, string planned, string text)
    {
        var line = JsonSerializer.Serialize(new { id = "1", platform = medium, text, planned_at = planned.Length > 0 ? planned : null });
        var run = await CliRun.Of(line + "\n", "check", "--pack", pack, "--jsonl", "-");
        run.ExitCode.ShouldBe(0, run.Error);
        return [.. JsonDocument.Parse(run.Out).RootElement.GetProperty("findings").EnumerateArray().Select(finding =>
            new Found(finding.GetProperty("rule").GetString()!, finding.GetProperty("severity").GetString()!))];
    }

    private static IEnumerable<string[]> Lines([CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Plays", "clauses.tsv")).Skip(1).Select(line => line.Split('\t'));

    private sealed record Found(string Rule, string Severity);
}
