using System.Text.Json;

namespace TeamsBot.LocalTeams.Connector;

/// <summary>The connector operations of protocol.md 2.3, by its numbers.</summary>
public enum ConnectorOperation
{
    Send = 1,
    Reply = 2,
    Update = 3,
    Delete = 4,
    CreateConversation = 5,
    PagedMembers = 6,
    Member = 7,
    Team = 9,
    TeamChannels = 10,
    Attachment = 12,
}

/// <summary>One thing the bot asked of the connector, and what it was answered.</summary>
/// <param name="ConversationId">As the bot wrote it, with the thread; the team's id for operations 9 and 10; null for operation 5.</param>
/// <param name="HadToken">Whether a bearer token came along. The token itself is not kept.</param>
/// <param name="Status">The answer's status, or null where the connection was dropped instead.</param>
public sealed record ConnectorCall(
    DateTimeOffset At,
    ConnectorOperation Operation,
    string? ConversationId,
    string? ActivityId,
    JsonElement? Body,
    bool HadToken,
    int? Status
);

/// <summary>A status and the JSON below it; null for an empty body.</summary>
internal readonly record struct ConnectorAnswer(int Status, object? Body = null)
{
    /// <summary>An error in the connector's usual shape (protocol.md 2.5).</summary>
    public static ConnectorAnswer Error(int status, string code, string message) => new(status, new { error = new { code, message } });
}
