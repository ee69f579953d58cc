namespace TeamsBot.LocalTeams.Files;

/// <summary>
/// A file somebody puts into a message, or that the bot put into somebody's drive. Nothing of it is looked into: it may be anything.
/// </summary>
/// <param name="Name">With its ending, as on the sender's device.</param>
public sealed record LocalFile(string Name, byte[] Bytes, LocalFileKind Kind = LocalFileKind.Pasted);

public enum LocalFileKind
{
    /// <summary>Pasted into the message: kept by the service, which wants the bot's token for it (protocol.md 5.4).</summary>
    Pasted,

    /// <summary>
    /// Attached: uploaded to the sender's drive, with a signed address for the bot. In personal chats only (protocol.md 5.3).
    /// </summary>
    Shared,
}
