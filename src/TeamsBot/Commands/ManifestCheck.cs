using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TeamsBot.Commands;

/// <summary>
/// What would make Teams refuse the package, as far as an organisation's own values can cause it (protocol.md 7). The manifest's shape
/// itself is validated against the official schema by a test, not here.
/// </summary>
internal static partial class ManifestCheck
{
    public static IReadOnlyList<string> Of(ManifestPackage package)
    {
        var problems = new List<string>();
        var manifest = package.Manifest;
        CheckId(problems, "id", Text(manifest, "id"));
        CheckId(problems, "bots[0].botId", manifest["bots"]?[0]?["botId"]?.GetValue<string>() ?? "");
        if (!VersionNumber().IsMatch(Text(manifest, "version")))
            problems.Add("version: 1.2.3 の形で書いてください / write three numbers such as 1.2.3");
        CheckLength(problems, "developer.name", manifest["developer"]?["name"]?.GetValue<string>(), 32);
        foreach (var field in new[] { "websiteUrl", "privacyUrl", "termsOfUseUrl" })
            CheckAddress(problems, $"developer.{field}", manifest["developer"]?[field]?.GetValue<string>());
        foreach (var file in ManifestPackage.NamedFiles(manifest).Where(file => !package.Files.ContainsKey(file)))
            problems.Add($"{file}: ファイルがありません / the file is missing");
        CheckIcon(problems, package, "color", 192);
        CheckIcon(problems, package, "outline", 32);
        foreach (
            var (name, content) in package.Files.Where(file =>
                file.Key.EndsWith(".json", StringComparison.Ordinal) && file.Key != ManifestPackage.ManifestFile
            )
        )
            CheckLanguage(problems, manifest, name, content);
        return problems;
    }

    /// <summary>Width and height of a PNG, from its header; zero for anything else (PNG specification, 11.2.2).</summary>
    internal static (int Width, int Height) PngSize(ReadOnlySpan<byte> file) =>
        file.Length >= 24 && file[..8].SequenceEqual(Signature) && file[12..16].SequenceEqual("IHDR"u8)
            ? (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]))
            : (0, 0);

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static void CheckId(List<string> problems, string field, string value)
    {
        if (!Guid.TryParseExact(value, "D", out var id) || id == Guid.Empty)
            problems.Add($"{field}: アプリIDを設定してください（Bot:AppId または --bot-id） / set the app id (Bot:AppId or --bot-id)");
    }

    private static void CheckLength(List<string> problems, string field, string? value, int most)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > most)
            problems.Add(FormattableString.Invariant($"{field}: 1から{most}文字で書いてください / write 1 to {most} characters"));
    }

    private static void CheckAddress(List<string> problems, string field, string? value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)
            problems.Add($"{field}: https:// で始まるアドレスを書いてください / write an address that begins with https://");
    }

    private static void CheckIcon(List<string> problems, ManifestPackage package, string icon, int size)
    {
        var name = package.Manifest["icons"]?[icon]?.GetValue<string>() ?? "";
        if (package.Files.TryGetValue(name, out var content) && PngSize(content) != (size, size))
            problems.Add(FormattableString.Invariant($"{name}: {size}×{size}のPNGにしてください / must be a PNG of {size}×{size}"));
    }

    /// <summary>A language file may only translate texts that the manifest has; Teams refuses the package otherwise.</summary>
    private static void CheckLanguage(List<string> problems, JsonObject manifest, string name, byte[] content)
    {
        try
        {
            foreach (var (key, _) in JsonNode.Parse(content)!.AsObject().Where(entry => entry.Key != "$schema"))
            {
                if (!Exists(manifest, key)) problems.Add($"{name}: 「{key}」はマニフェストにありません / the manifest has no '{key}'");
            }
        }
        catch (JsonException broken)
        {
            problems.Add($"{name}: 読めません / cannot be read: {broken.Message}");
        }
    }

    /// <summary>Whether a path such as <c>bots[0].commandLists[0].commands[1].title</c> leads to a value.</summary>
    internal static bool Exists(JsonNode manifest, string path)
    {
        JsonNode? at = manifest;
        foreach (Match step in PathStep().Matches(path))
        {
            at = at is JsonObject map ? map[step.Groups["name"].Value] : null;
            if (step.Groups["index"] is { Success: true } index)
            {
                var number = int.Parse(index.Value, System.Globalization.CultureInfo.InvariantCulture);
                at = at is JsonArray list && number < list.Count ? list[number] : null;
            }
        }

        return at is not null;
    }

    private static string Text(JsonObject manifest, string field) => manifest[field]?.GetValue<string>() ?? "";

    [GeneratedRegex(
        @"^(0|[1-9][0-9]{0,5})(\.(0|[1-9][0-9]{0,5})){2}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex VersionNumber();

    [GeneratedRegex(
        @"(?<name>[A-Za-z]+)(\[(?<index>[0-9]{1,3})\])?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex PathStep();
}
