using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Files;

/// <summary>The person's answer to the offer of a file (protocol.md 5.5), in personal chats only.</summary>
/// <param name="Context">What <see cref="Ask"/> put in; the client could read and change it.</param>
/// <param name="UploadUrl">Where the file goes; empty when declined.</param>
public sealed record FileConsent(
    bool IsAccepted,
    string Context,
    string UploadUrl,
    string Name,
    string ContentUrl,
    string UniqueId,
    string FileType
)
{
    private const string ConsentType = "application/vnd.microsoft.teams.card.file.consent";
    private const string InfoType = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>The card that offers a file: Teams itself draws it, with buttons to accept and decline.</summary>
    /// <param name="context">An opaque id: whoever sees the card can read it.</param>
    public static Attachment Ask(string name, string description, long sizeInBytes, string context) => new()
    {
        ContentType = ConsentType,
        Name = name,
        Content = Element(new JsonObject
        {
            ["description"] = description,
            ["sizeInBytes"] = sizeInBytes,
            ["acceptContext"] = new JsonObject { ["id"] = context },
            ["declineContext"] = new JsonObject { ["id"] = context },
        }),
    };

    /// <summary>The answer in a <c>fileConsent/invoke</c>, or null where it cannot be read.</summary>
    public static FileConsent? Read(Activity activity)
    {
        if (activity is not { Type: ActivityTypes.Invoke, Name: InvokeNames.FileConsent, Value: { ValueKind: JsonValueKind.Object } value })
            return null;
        var upload = value.Object("uploadInfo"u8);
        return new(
            value.Text("action"u8) == "accept" && upload?.Text("uploadUrl"u8) is { Length: > 0 },
            value.Object("context"u8)?.Text("id"u8) ?? "",
            upload?.Text("uploadUrl"u8) ?? "",
            upload?.Text("name"u8) ?? "",
            upload?.Text("contentUrl"u8) ?? "",
            upload?.Text("uniqueId"u8) ?? "",
            upload?.Text("fileType"u8) ?? ""
        );
    }

    /// <summary>The card that shows the file after it was put there.</summary>
    public Attachment ToInfo() => new()
    {
        ContentType = InfoType,
        ContentUrl = ContentUrl,
        Name = Name,
        Content = Element(new JsonObject { ["uniqueId"] = UniqueId, ["fileType"] = FileType }),
    };

    private static JsonElement Element(JsonObject content) => JsonSerializer.SerializeToElement(content, ProtocolJson.Options);
}
