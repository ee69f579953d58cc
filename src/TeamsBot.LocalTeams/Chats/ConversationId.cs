namespace TeamsBot.LocalTeams.Chats;

/// <summary>
/// A conversation id taken apart: a channel's thread is the channel's id with <c>;messageid=…</c> behind it (protocol.md 3.2).
/// </summary>
internal readonly record struct ConversationId(string ChatId, string? ThreadId)
{
    private const string Suffix = ";messageid=";

    public static ConversationId Parse(string id) =>
        id.IndexOf(Suffix, StringComparison.Ordinal) is >= 0 and var at ? new(id[..at], id[(at + Suffix.Length)..]) : new(id, null);

    public override string ToString() => ThreadId is null ? ChatId : ChatId + Suffix + ThreadId;
}
