namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// Where a message lands in a channel (protocol.md 3.8): the thread is part of the conversation id. Kept in one place because the service
/// is about to change how threads are named.
/// </summary>
public static class ThreadTarget
{
    private const string Suffix = ";messageid=";

    /// <summary>The channel itself: a message sent there begins a new thread.</summary>
    public static string Channel(string conversationId)
    {
        var at = conversationId.IndexOf(Suffix, StringComparison.Ordinal);
        return at < 0 ? conversationId : conversationId[..at];
    }

    /// <summary>The thread that this message opened.</summary>
    /// <param name="rootId">The opening message's id: digits, not zero.</param>
    /// <exception cref="ArgumentException">The id cannot be that of a thread's first message.</exception>
    public static string Thread(string conversationId, string rootId) =>
        ulong.TryParse(rootId, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? Channel(conversationId) + Suffix + rootId
            : throw new ArgumentException("A thread's first message has a numeric id.", nameof(rootId));

    /// <summary>The message that opened the thread this conversation id points into, or null for a channel or chat.</summary>
    public static string? RootOf(string conversationId)
    {
        var at = conversationId.IndexOf(Suffix, StringComparison.Ordinal);
        return at < 0 ? null : conversationId[(at + Suffix.Length)..];
    }
}
