using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsBot.Commands;

/// <summary>What an organisation puts into the manifest. Null leaves what the manifest in the repository says.</summary>
/// <param name="BotId">The bot's registration, a GUID.</param>
/// <param name="AppId">The Teams app's own id; may equal the bot's.</param>
internal sealed record ManifestValues(
    string BotId,
    string AppId,
    string? Version = null,
    string? DeveloperName = null,
    string? WebsiteUrl = null,
    string? PrivacyUrl = null,
    string? TermsOfUseUrl = null
);

/// <summary>The Teams app package: manifest, both icons and the language files, all at the root of a zip (protocol.md 7).</summary>
internal sealed class ManifestPackage
{
    public const string ManifestFile = "manifest.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private ManifestPackage(JsonObject manifest, SortedDictionary<string, byte[]> files) => (Manifest, Files) = (manifest, files);

    public JsonObject Manifest { get; }

    /// <summary>Every file by its name in the zip, the finished manifest included.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; }

    /// <summary>Reads the manifest's folder and fills in the values. Files that the manifest does not name stay outside.</summary>
    public static ManifestPackage Load(string folder, ManifestValues values)
    {
        var manifest = (JsonObject)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, ManifestFile)))!;
        Fill(manifest, values);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            [ManifestFile] = Encoding.UTF8.GetBytes(manifest.ToJsonString(Json) + "\n"),
        };
        foreach (var name in NamedFiles(manifest))
        {
            var path = Path.Combine(folder, Path.GetFileName(name));
            if (File.Exists(path)) files[name] = File.ReadAllBytes(path);
        }

        return new(manifest, files);
    }

    /// <summary>The icons and language files a manifest names.</summary>
    public static IEnumerable<string> NamedFiles(JsonObject manifest)
    {
        foreach (var (_, icon) in manifest["icons"]?.AsObject() ?? [])
        {
            if (icon is not null) yield return icon.GetValue<string>();
        }

        foreach (var language in manifest["localizationInfo"]?["additionalLanguages"]?.AsArray() ?? [])
        {
            if (language?["file"] is { } file) yield return file.GetValue<string>();
        }
    }

    /// <summary>The zip: same content, same bytes, whenever and wherever it is built.</summary>
    public byte[] Zip()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                // The earliest time a zip can say; the system's file attributes differ between platforms.
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                entry.ExternalAttributes = 0;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    private static void Fill(JsonObject manifest, ManifestValues values)
    {
        manifest["id"] = values.AppId.Trim().ToLowerInvariant();
        manifest["bots"]![0]!["botId"] = values.BotId.Trim().ToLowerInvariant();
        if (values.Version is { } version) manifest["version"] = version;
        var developer = manifest["developer"]!.AsObject();
        foreach (
            var (field, value) in new[]
            {
                ("name", values.DeveloperName),
                ("websiteUrl", values.WebsiteUrl),
                ("privacyUrl", values.PrivacyUrl),
                ("termsOfUseUrl", values.TermsOfUseUrl),
            }
        )
        {
            if (!string.IsNullOrWhiteSpace(value)) developer[field] = value;
        }
    }
}
