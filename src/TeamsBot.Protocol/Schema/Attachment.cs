using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.Schema;

/// <summary>Something that travels with an activity: a card, an image, a file reference (protocol.md 2.3, 3.3, 5.3).</summary>
public sealed record Attachment
{
    public const string AdaptiveCardType = "application/vnd.microsoft.card.adaptive";

    public required string ContentType { get; init; }
    public string? ContentUrl { get; init; }
    public string? Name { get; init; }
    public JsonElement? Content { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>An entry of <c>entities</c>: mention, clientInfo and others (protocol.md 3.7).</summary>
public sealed record Entity
{
    public required string Type { get; init; }
    public string? Text { get; init; }
    public ChannelAccount? Mentioned { get; init; }
    public string? Locale { get; init; }
    public string? Platform { get; init; }
    public string? Timezone { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Extra { get; set; }
}
