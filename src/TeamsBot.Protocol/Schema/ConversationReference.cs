namespace TeamsBot.Protocol.Schema;

/// <summary>The address to speak somewhere later (protocol.md 6.1): where the connector stands and which conversation is meant.</summary>
public sealed record ConversationReference(string ServiceUrl, string ConversationId, string TenantId, string BotId);

/// <summary>The HTTP status and JSON body that answer an invoke; the body is the result itself, not wrapped (protocol.md 3.5).</summary>
/// <param name="Body">An object of <see cref="ProtocolJson"/>'s known types, or null for an empty body.</param>
public sealed record InvokeResponse(int Status, object? Body = null);
