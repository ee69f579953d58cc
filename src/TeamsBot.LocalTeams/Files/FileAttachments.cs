using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsBot.LocalTeams.Files;

/// <summary>Files as attachments of activities, in both directions (protocol.md 5.3 to 5.5).</summary>
internal sealed class FileAttachments(FileShelf shelf, LocalAddresses addresses)
{
    private const string DownloadType = "application/vnd.microsoft.teams.file.download.info";
    private const string ConsentType = "application/vnd.microsoft.teams.card.file.consent";

    /// <summary>Puts the file on the shelf and says where it is, as the service would.</summary>
    public JsonObject Of(LocalFile file)
    {
        var id = shelf.Put(file);
        return file.Kind == LocalFileKind.Pasted
            ? new() { ["contentType"] = "image/*", ["contentUrl"] = $"{addresses.ServiceUrl}v3/attachments/{id}/views/original" }
            : new()
            {
                ["contentType"] = DownloadType,
                ["name"] = file.Name,
                ["contentUrl"] = addresses.Drive(id),
                ["content"] = new JsonObject { ["downloadUrl"] = addresses.Drive(id), ["uniqueId"] = id, ["fileType"] = TypeOf(file.Name) },
            };
    }

    /// <summary>The offer of a file in a message of the bot, or null.</summary>
    public static JsonElement? OfferIn(JsonElement activity) =>
        activity.TryGetProperty("attachments", out var all)
        && all.ValueKind == JsonValueKind.Array
        && all.EnumerateArray().FirstOrDefault(item => item.TryGetProperty("contentType", out var type) && type.ValueEquals(ConsentType))
            is { ValueKind: JsonValueKind.Object } offer
            ? offer
            : null;

    /// <summary>The value of the invoke that answers an offer. Accepting opens a place for the file.</summary>
    public JsonObject Answer(JsonElement offer, bool isAccepted)
    {
        var content = offer.GetProperty("content");
        var value = new JsonObject { ["type"] = "fileUpload", ["action"] = isAccepted ? "accept" : "decline" };
        if (content.TryGetProperty(isAccepted ? "acceptContext" : "declineContext", out var context))
            value["context"] = JsonNode.Parse(context.GetRawText());
        if (!isAccepted) return value;
        var name = offer.GetProperty("name").GetString()!;
        var id = shelf.Put(new LocalFile(name, [], LocalFileKind.Shared));
        value["uploadInfo"] = new JsonObject
        {
            ["name"] = name,
            ["uploadUrl"] = $"{addresses.Drive(id)}/upload",
            ["contentUrl"] = addresses.Drive(id),
            ["uniqueId"] = id,
            ["fileType"] = TypeOf(name),
        };
        return value;
    }

    private static string TypeOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
}
