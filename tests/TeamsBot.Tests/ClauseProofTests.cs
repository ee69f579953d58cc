using System.Runtime.CompilerServices;
using TeamsBot.Commands;
using TeamsBot.Tests.Commands;

namespace TeamsBot.Tests;

/// <summary>
/// What the tests claim of the guidelines' clauses stays honest: a clause counts as played only where the product was played, and none
/// falls back.
/// </summary>
public sealed class ClauseProofTests
{
    /// <summary>Where the product is played as a whole. Elsewhere a test hands its own facts to a part.</summary>
    private static readonly string[] Played = ["Conversations", "Commands", "Browser"];

    [Fact]
    public async Task A_clause_is_said_to_be_played_only_where_the_product_is_played()
    {
        foreach (var file in new DirectoryInfo(Folder()).EnumerateFiles("*.cs", SearchOption.AllDirectories))
        {
            if (Played.Contains(file.Directory!.Name)) continue;
            ClauseTags
                .In(await File.ReadAllTextAsync(file.FullName))
                .Where(tag => tag.State == ClauseState.Played)
                .ShouldBeEmpty(file.Name);
        }
    }

    /// <summary>played-clauses.txt grows with each clause that is played; taking one out is a decision that a reviewer sees.</summary>
    [SharedFact]
    public async Task No_clause_that_was_played_falls_back()
    {
        var run = await CliRun.Of(
            "",
            "clauses",
            SharedFolder.File("domain", "clauses.tsv")!,
            "--tests",
            Folder(),
            "--played",
            Path.Combine(Folder(), "played-clauses.txt")
        );

        run.ExitCode.ShouldBe(0, run.Error);
        var played = run
            .Out.Split('\n')
            .Where(line => line.Contains("\tplayed\t", StringComparison.Ordinal))
            .Select(line => line.Split('\t')[0]);
        played
            .Except(await File.ReadAllLinesAsync(Path.Combine(Folder(), "played-clauses.txt")))
            .ShouldBeEmpty("Add them to played-clauses.txt.");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, ".."));
}
