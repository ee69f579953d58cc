using TeamsBot.Commands;

namespace TeamsBot.Tests.Commands;

public sealed class ClausesCommandTests : IDisposable
{
    private const string Register =
        "id\tseed\tclause\tgist\ten\tenforced_by\nasaka-1-1\ts\t1\tいち\t\tcheck,"
            + "answer\nasaka-1-2\ts\t2\tに\t\tanswer\nward-3\ts\t3\tさん\t\troute\nward-4\ts\t4\tし\t\troute\n";

    private readonly TempFolder folder = new();

    public ClausesCommandTests()
    {
        File.WriteAllText(folder.File("clauses.tsv"), Register);
        Directory.CreateDirectory(folder.File("tests"));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_clause_is_said_to_be_played_proved_as_a_rule_cited_or_none()
    {
        Tests("[Fact]\n[¤(\"asaka-1-1\", // why\n  \"asaka-1-1\")]\n[Ci¤(\"asaka-1-1\", \"asaka-1-2\")]\n[Ru¤(\"ward-3\")]");

        var run = await Run();

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldBe("asaka-1-1\tplayed\t1\tいち\nasaka-1-2\tcited\t2\tに\nward-3\trule\t3\tさん\nward-4\tnone\t4\tし\n");
        run.Error.ShouldContain("計 / all\t1\t1\t1\t1");
        run.Error.ShouldContain("ward\t0\t1\t0\t1");
        run.Error.ShouldContain("answer\t1\t0\t1\t0");
    }

    [Fact]
    public async Task A_tag_that_no_register_knows_is_an_error()
    {
        Tests("[¤(\"asaka-9-9\")]");

        var run = await Run();

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("asaka-9-9（SomeTests.cs）");
    }

    [Fact]
    public async Task The_list_of_played_clauses_does_not_shrink()
    {
        Tests("[Ci¤(\"asaka-1-1\")]\n[¤(\"ward-3\")]");
        File.WriteAllText(folder.File("played.txt"), "asaka-1-1\nward-3\n");

        var run = await Run("--played", folder.File("played.txt"));

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("asaka-1-1 / No test");
        run.Error.ShouldNotContain("ward-3 / No test");
    }

    [Theory]
    [InlineData("[¤(\"asaka-1-1\")]", "asaka-1-1")]
    [InlineData("[Fact, ¤(\"asaka-1-1\", \"asaka-1-2\")]", "asaka-1-1 asaka-1-2")]
    [InlineData("[InlineData(\"asaka-1-1\")]", "")]
    [InlineData("var clause = \"asaka-1-1\";", "")]
    public void Only_tags_count(string source, string ids) =>
        string.Join(' ', ClauseTags.In(Source(source)).Select(tag => tag.Id)).ShouldBe(ids);

    [Fact]
    public async Task A_register_that_is_not_there_is_an_error() =>
        (await CliRun.Of("", "clauses", "no-such.tsv", "--tests", AppContext.BaseDirectory)).ExitCode.ShouldBe(66);

    private void Tests(string source) => File.WriteAllText(folder.File("tests/SomeTests.cs"), Source(source));

    private Task<CliRun> Run(params string[] more) =>
        CliRun.Of("", ["clauses", folder.File("clauses.tsv"), "--tests", folder.File("tests"), .. more]);

    /// <summary>The made-up tags stand here under other signs: a count of this repository's own tags reads this file too.</summary>
    private static string Source(string text) =>
        text.Replace("Ci¤", "Cites", StringComparison.Ordinal)
            .Replace("Ru¤", "RuleOf", StringComparison.Ordinal)
            .Replace("¤", "Clause", StringComparison.Ordinal);
}
