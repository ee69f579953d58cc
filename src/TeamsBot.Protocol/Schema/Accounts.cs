using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Schema;

/// <summary>
/// A person or bot as the channel names it (protocol.md 3.2). Only <see cref="AadObjectId"/> identifies a person for authorization.
/// </summary>
public sealed record ChannelAccount
{
    public required string Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>
/// The conversation an activity belongs to (protocol.md 3.2). A channel thread's id carries <c>;messageid=…</c> and is kept as received.
/// </summary>
public sealed record ConversationAccount
{
    public required string Id { get; init; }
    public string? ConversationType { get; init; }
    public string? TenantId { get; init; }
    public bool? IsGroup { get; init; }
    public string? Name { get; init; }
}

/// <summary>The parts of <c>channelData</c> the bot uses (protocol.md 3.6); the rest stays in <see cref="Extra"/>.</summary>
public sealed record ChannelData
{
    public TenantInfo? Tenant { get; init; }
    public TeamInfo? Team { get; init; }
    public ChannelInfo? Channel { get; init; }
    public string? EventType { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record TenantInfo(string? Id);

public sealed record TeamInfo(string? Id, string? Name = null, string? AadGroupId = null);

public sealed record ChannelInfo(string? Id, string? Name = null);
