using System.Text.Json;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Inbound.Text;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Files;

/// <summary>A file that came with a message: where it can be fetched. Name and address are claims of the client.</summary>
/// <param name="Address">May carry a right to read; kept as short as it is needed, and never logged.</param>
public sealed record SharedFile(SharedFileKind Kind, string Name, string Address)
{
    private const string DownloadType = "application/vnd.microsoft.teams.file.download.info";

    /// <summary>More attachments than any client sends are not looked at.</summary>
    private const int MostLookedAt = 50;

    private const int MaxName = 100;

    /// <summary>
    /// The pictures and files of a message. The HTML form of its text, references to files elsewhere (protocol.md 3.3, 5.2) and the sprites
    /// of emoji are none.
    /// </summary>
    public static IReadOnlyList<SharedFile> In(Activity activity) => activity is { Type: ActivityTypes.Message, Attachments: { } all }
        ? [.. all.Take(MostLookedAt).Select(Read).OfType<SharedFile>()]
        : [];

    private static SharedFile? Read(Attachment attachment)
    {
        if (attachment.ContentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
            return EmojiPicture.IsSprite(attachment.ContentUrl)
                ? null
                : new(SharedFileKind.InlineImage, Short(attachment.Name), attachment.ContentUrl ?? "");
        if (!string.Equals(attachment.ContentType, DownloadType, StringComparison.OrdinalIgnoreCase)) return null;
        var address = attachment.Content is { ValueKind: JsonValueKind.Object } content ? content.Text("downloadUrl"u8) : null;
        return new(SharedFileKind.Download, Short(attachment.Name), address ?? "");
    }

    private static string Short(string? name) =>
        name is null ? ""
        : name.Length <= MaxName ? name
        : name[..(char.IsLowSurrogate(name[MaxName]) ? MaxName - 1 : MaxName)];
}

public enum SharedFileKind
{
    /// <summary>A picture pasted into the message; the connector keeps it and wants the bot's token (protocol.md 5.4).</summary>
    InlineImage,

    /// <summary>A file of the sender's OneDrive, personal chats only; its address is signed and short-lived (protocol.md 5.3).</summary>
    Download,
}
