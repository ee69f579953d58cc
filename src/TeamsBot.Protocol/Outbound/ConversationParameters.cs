using System.Text.Json.Serialization;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// What a new conversation shall be (protocol.md 2.4). Teams knows two: a chat with one person, which is the same however often it is made,
/// and a new thread in a channel. Bots cannot make group chats.
/// </summary>
public sealed record ConversationParameters
{
    private ConversationParameters()
    {
    }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool IsGroup { get; private init; }

    public required string TenantId { get; init; }
    public ChannelAccount? Bot { get; private init; }
    public IReadOnlyList<ChannelAccount>? Members { get; private init; }
    public Activity? Activity { get; private init; }
    public ChannelData? ChannelData { get; private init; }

    /// <summary>
    /// The chat with one person, who is named by the bot's own id of them (<c>29:…</c>); without a message, because one sent along cannot
    /// be updated later.
    /// </summary>
    public static ConversationParameters Chat(string tenantId, string botId, string userId) => new()
    {
        TenantId = tenantId,
        Bot = new ChannelAccount { Id = botId },
        Members = [new ChannelAccount { Id = userId }],
    };

    /// <summary>A new thread in a channel, opened by this message; the message is mandatory.</summary>
    public static ConversationParameters Thread(string tenantId, string botId, string channelId, Activity opening) => new()
    {
        IsGroup = true,
        TenantId = tenantId,
        Bot = new ChannelAccount { Id = botId },
        Activity = opening,
        ChannelData = new ChannelData { Channel = new ChannelInfo(ThreadTarget.Channel(channelId)) },
    };
}

/// <summary>A conversation that was made.</summary>
/// <param name="ActivityId">The opening message, for a channel thread.</param>
public sealed record CreatedConversation(string? Id, string? ActivityId = null, string? ServiceUrl = null);
