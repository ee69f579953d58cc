using System.IO.Compression;
using System.Text.Json.Nodes;

namespace TeamsBot.Tests.Commands;

public sealed class PackageCommandTests : IDisposable
{
    private const string Bot = "b1a2c3d4-0000-4000-8000-00000000abcd";
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_package_holds_everything_at_its_root_with_the_bots_ids()
    {
        var run = await CliRun.Of(
            "",
            "package",
            "--bot-id",
            Bot.ToUpperInvariant(),
            "--version-number",
            "1.4.2",
            "--out",
            folder.File("app.zip")
        );

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0);
        using var zip = ZipFile.OpenRead(folder.File("app.zip"));
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["color.png", "en.json", "manifest.json", "outline.png"]);
        using var manifest = zip.GetEntry("manifest.json")!.Open();
        var json = JsonNode.Parse(manifest)!;
        json["id"]!.GetValue<string>().ShouldBe(Bot);
        json["bots"]![0]!["botId"]!.GetValue<string>().ShouldBe(Bot);
        json["version"]!.GetValue<string>().ShouldBe("1.4.2");
        json["name"]!["short"]!.GetValue<string>().ShouldBe("広報チェック");
    }

    [Fact]
    public async Task The_same_values_give_the_same_bytes()
    {
        await CliRun.Of("", "package", "--bot-id", Bot, "--out", folder.File("one.zip"));
        await CliRun.Of("", "package", "--bot-id", Bot, "--out", folder.File("two.zip"));

        File.ReadAllBytes(folder.File("one.zip")).ShouldBe(File.ReadAllBytes(folder.File("two.zip")));
    }

    [Theory]
    [InlineData("", "bots[0].botId")]
    [InlineData("--bot-id 00000000-0000-0000-0000-000000000000", "id")]
    [InlineData("--bot-id 12345", "id")]
    [InlineData($"--bot-id {Bot} --version-number 1.4", "version")]
    [InlineData($"--bot-id {Bot} --app-id mine", "id")]
    public async Task A_package_Teams_would_refuse_is_not_written(string args, string field)
    {
        var run = await CliRun.Of(
            "",
            ["package", "--out", folder.File("app.zip"), .. args.Split(' ', StringSplitOptions.RemoveEmptyEntries)]
        );

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain($"  {field}: ");
        File.Exists(folder.File("app.zip")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_language_file_that_translates_what_is_not_there_is_refused()
    {
        Directory.CreateDirectory(folder.File("manifest"));
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "manifest")))
            File.Copy(file, Path.Combine(folder.Path, "manifest", Path.GetFileName(file)));
        File.WriteAllText(
            folder.File("manifest/en.json"),
            """{ "name.short": "x", "bots[0].commandLists[0].commands[10].title": "gone" }"""
        );
        File.Delete(folder.File("manifest/outline.png"));

        var run = await CliRun.Of("", "package", "--bot-id", Bot, "--manifest", folder.File("manifest"), "--out", folder.File("app.zip"));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("commands[10].title");
        run.Error.ShouldContain("outline.png");
    }
}
