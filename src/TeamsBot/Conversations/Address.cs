using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Conversations;

/// <summary>
/// To whom a message goes: a person, wherever the bot may reach them, or one conversation. Equality is by text; tenants and object ids are
/// brought to lower case, conversation ids are opaque and kept as received (protocol.md 3.1).
/// </summary>
internal sealed record Address
{
    private const string PersonPrefix = "person:";
    private const string ConversationPrefix = "conversation:";
    private readonly string text;

    private Address(string text) => this.text = text;

    /// <summary>
    /// The person's personal chat with the bot; if there is none yet, one is created where the person was met elsewhere (protocol.md 6.2).
    /// </summary>
    public static Address Person(string tenantId, string objectId) => Of(PersonPrefix, tenantId, objectId.ToLowerInvariant());

    /// <summary>
    /// A group chat, a channel (a new post) or a thread of a channel (id with <c>;messageid=</c>). For a personal chat use
    /// <see cref="Person"/>.
    /// </summary>
    public static Address Conversation(string tenantId, string conversationId) => Of(ConversationPrefix, tenantId, conversationId);

    /// <summary>
    /// Where this turn came from, so that an answer lands there and keeps its place among what else is said to that person.
    /// </summary>
    public static Address Of(ParsedTurn turn) => turn is { IsPersonal: true, Actor: { } actor }
        ? Person(actor.TenantId, actor.ObjectId)
        : Conversation(turn.Conversation.TenantId, turn.Conversation.ConversationId);

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Address Parse(string text) => new(text);

    public bool IsPerson => text.StartsWith(PersonPrefix, StringComparison.Ordinal);

    public string TenantId => Parts.Tenant;

    /// <summary>The person's Entra object id, or null where a conversation is meant.</summary>
    public string? ObjectId => IsPerson ? Parts.Id : null;

    /// <summary>The conversation's id, or null where a person is meant.</summary>
    public string? ConversationId => IsPerson ? null : Parts.Id;

    public override string ToString() => text;

    private (string Tenant, string Id) Parts
    {
        get
        {
            var tenant = text.IndexOf(':', StringComparison.Ordinal) + 1;
            var id = text.IndexOf('/', tenant) + 1;
            return (text[tenant..(id - 1)], text[id..]);
        }
    }

    private static Address Of(string prefix, string tenantId, string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(tenantId);
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (tenantId.Contains('/', StringComparison.Ordinal)) throw new ArgumentException("A tenant id has no slash.", nameof(tenantId));

        return new($"{prefix}{tenantId.ToLowerInvariant()}/{id}");
    }
}
