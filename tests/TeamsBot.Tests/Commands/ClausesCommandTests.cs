using TeamsBot.Commands;

namespace TeamsBot.Tests.Commands;

public sealed class ClausesCommandTests
{
    private const string Register = "id\tseed\tclause\tgist\nasaka-1-1\ts\t1\tいち\nasaka-1-2\ts\t2\tに\nward-3\ts\t3\tさん\n";

    [Fact]
    public async Task Clauses_without_a_test_are_listed_with_their_place_and_gist()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("clauses.tsv"), Register);
        Directory.CreateDirectory(folder.File("tests"));
        File.WriteAllText(folder.File("tests/SomeTests.cs"), Source("[Fact]\n[¤(\"asaka-1-1\", // why\n  \"ward-3\")]\npublic void A() { }"));

        var run = await CliRun.Of("", "clauses", folder.File("clauses.tsv"), "--tests", folder.File("tests"));

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldBe("asaka-1-2\t2\tに\n");
        run.Error.ShouldContain("3条項のうち1条項");
    }

    [Fact]
    public async Task A_tag_that_no_register_knows_is_an_error()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("clauses.tsv"), Register);
        Directory.CreateDirectory(folder.File("tests"));
        File.WriteAllText(folder.File("tests/SomeTests.cs"), Source("[¤(\"asaka-9-9\")]"));

        var run = await CliRun.Of("", "clauses", folder.File("clauses.tsv"), "--tests", folder.File("tests"));

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("asaka-9-9（SomeTests.cs）");
    }

    [Theory]
    [InlineData("[¤(\"asaka-1-1\")]", "asaka-1-1")]
    [InlineData("[Fact, ¤(\"asaka-1-1\", \"asaka-1-2\")]", "asaka-1-1 asaka-1-2")]
    [InlineData("[InlineData(\"asaka-1-1\")]", "")]
    [InlineData("var clause = \"asaka-1-1\";", "")]
    public void Only_tags_count(string source, string ids) => string.Join(' ', ClausesCommand.IdsIn(Source(source))).ShouldBe(ids);

    [Fact]
    public async Task A_register_that_is_not_there_is_an_error() =>
        (await CliRun.Of("", "clauses", "no-such.tsv", "--tests", AppContext.BaseDirectory)).ExitCode.ShouldBe(66);

    /// <summary>The made-up tags stand here under another sign: a count of this repository's own tags reads this file too.</summary>
    private static string Source(string text) => text.Replace("¤", "Clause", StringComparison.Ordinal);
}
