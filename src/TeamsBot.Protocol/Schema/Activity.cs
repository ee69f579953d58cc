using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Schema;

/// <summary>
/// One thing received from or sent to the channel (protocol.md 3.2). Holds the fields this bot reads or writes; everything else Teams
/// sends is kept in <see cref="Extra"/> so that a new field never breaks a turn. Ids are opaque and compared ordinally.
/// </summary>
public sealed record Activity
{
    public required string Type { get; init; }
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public string? LocalTimezone { get; init; }
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public ChannelAccount? From { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public string? ReplyToId { get; init; }
    public string? Locale { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? Summary { get; init; }
    public string? Name { get; init; }
    public string? Action { get; init; }
    public string? DeliveryMode { get; init; }
    public JsonElement? Value { get; init; }
    public IReadOnlyList<Attachment>? Attachments { get; init; }
    public IReadOnlyList<Entity>? Entities { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersAdded { get; init; }
    public IReadOnlyList<ChannelAccount>? MembersRemoved { get; init; }
    public ChannelData? ChannelData { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>
    /// What it was read from, so that the SDK's types are filled from the same reading; nothing for one that was made here.
    /// </summary>
    internal JsonElement Json { get; init; }
}
