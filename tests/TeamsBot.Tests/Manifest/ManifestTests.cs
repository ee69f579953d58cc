using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Commands;
using TeamsBot.Hosting;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Tests.Manifest;

public sealed class ManifestTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "manifest");
    private static readonly JsonNode Manifest = Json(ManifestPackage.ManifestFile);
    private static readonly JsonNode English = Json("en.json");
    private static readonly JsonArray Commands = Manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray();

    [NodeFact]
    public void The_manifest_and_its_languages_satisfy_the_official_schema()
    {
        var (exitCode, output) = NodeTools.Validate(Folder);

        output.ShouldBeEmpty();
        exitCode.ShouldBe(0);
    }

    [NodeFact]
    public void The_validation_notices_what_Teams_would_refuse()
    {
        using var wrong = new TempFolder();
        foreach (var file in Directory.GetFiles(Folder)) File.Copy(file, Path.Combine(wrong.Path, Path.GetFileName(file)));
        Change(wrong, ManifestPackage.ManifestFile, "\"groupChat\"", "\"groupchat\"");
        Change(wrong, "en.json", "\"name.full\"", "\"name.long\"");

        var (exitCode, output) = NodeTools.Validate(wrong.Path);

        exitCode.ShouldBe(1);
        output.ShouldContain("/bots/0/scopes/2");
        output.ShouldContain("name.long");
    }

    [Fact]
    public void Every_command_of_the_manifest_is_heard_in_both_languages_and_means_the_same()
    {
        using var app = Serving.Build(["--environment=Development"]);
        var router = app.Services.GetRequiredService<TurnRouter>();

        var heard = Enumerable.Range(0, Commands.Count).Select(at => (
            Title: Commands[at]!["title"]!.GetValue<string>(),
            Japanese: Find(router, Commands[at]!["title"]!.GetValue<string>()),
            English: Find(router, English[$"bots[0].commandLists[0].commands[{at}].title"]!.GetValue<string>()))).ToList();

        heard.Where(command => !ReferenceEquals(command.Japanese, command.English)).Select(command => command.Title).ShouldBeEmpty();
        heard.Select(command => command.Japanese).ShouldNotContain(Find(router, "そのような命令はない"));
        heard.Select(command => command.Japanese).Distinct().Count().ShouldBe(Commands.Count);
    }

    [Fact]
    public void Every_text_of_the_manifest_has_an_English_reading()
    {
        string[] keys =
        [
            "name.short",
            "name.full",
            "description.short",
            "description.full",
            .. Enumerable
                .Range(0, Commands.Count)
                .SelectMany(at =>
                    new[] { $"bots[0].commandLists[0].commands[{at}].title", $"bots[0].commandLists[0].commands[{at}].description" }
                ),
        ];

        English.AsObject().Select(entry => entry.Key).Where(key => key != "$schema").ShouldBe(keys, ignoreOrder: true);
        Manifest["name"]!["short"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(30);
        English["name.short"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(30);
        English["description.short"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(80);
    }

    [Fact]
    public void The_colour_icon_is_a_full_square_of_192()
    {
        var (size, pixels) = Pixels("color.png");

        size.ShouldBe(192);
        pixels.ShouldAllBe(pixel => pixel >> 24 == 0xFF);
        pixels.Distinct().Count().ShouldBeGreaterThan(3);
    }

    [Fact]
    public void The_outline_icon_is_white_lines_on_nothing()
    {
        var (size, pixels) = Pixels("outline.png");

        size.ShouldBe(32);
        pixels.ShouldAllBe(pixel => pixel >> 24 == 0 || (pixel & 0xFFFFFF) == 0xFFFFFF);
        new[] { pixels[0], pixels[31], pixels[^1], pixels[^32] }.ShouldAllBe(pixel => pixel >> 24 == 0);
        pixels.Count(pixel => pixel >> 24 >= 0x80).ShouldBeInRange(60, 400);
    }

    private static TurnHandler? Find(TurnRouter router, string typed) => router.Find(new ParsedTurn
    {
        Activity = new Activity { Type = ActivityTypes.Message, Text = typed },
        Actor = null,
        Conversation = new("https://localhost", "conversation", "tenant", "bot"),
        Text = typed,
    });

    private static void Change(TempFolder folder, string file, string from, string to)
    {
        var path = Path.Combine(folder.Path, file);
        File.WriteAllText(path, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal));
    }

    private static JsonNode Json(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, file)))!;

    /// <summary>The pixels as ARGB, of a PNG as our own script writes it: eight bits a channel, with alpha, no filter.</summary>
    private static (int Size, uint[] Pixels) Pixels(string file)
    {
        var png = File.ReadAllBytes(Path.Combine(Folder, file));
        var (width, height) = ManifestCheck.PngSize(png);
        height.ShouldBe(width);
        png[24..29].ShouldBe(new byte[] { 8, 6, 0, 0, 0 });
        var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(33));
        using var zlib = new ZLibStream(new MemoryStream(png, 41, length), CompressionMode.Decompress);
        var rows = new byte[height * ((width * 4) + 1)];
        zlib.ReadExactly(rows);
        var pixels = new uint[width * height];
        for (var at = 0; at < pixels.Length; at++)
        {
            var row = at / width * ((width * 4) + 1);
            rows[row].ShouldBe((byte)0);
            var rgba = BinaryPrimitives.ReadUInt32BigEndian(rows.AsSpan(row + 1 + (at % width * 4)));
            pixels[at] = (rgba << 24) | (rgba >> 8);
        }

        return (width, pixels);
    }
}
