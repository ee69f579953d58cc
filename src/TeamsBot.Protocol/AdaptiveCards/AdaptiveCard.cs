using System.Text.Json.Serialization;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.AdaptiveCards;

/// <summary>
/// A card as Teams draws it, schema version 1.5 (protocol.md 3.10, 4.1). Only the elements this bot uses exist here; there are no tables,
/// media or client-side date macros because Teams draws them unreliably.
/// </summary>
public sealed record AdaptiveCard
{
    [JsonPropertyOrder(-2)] public string Type => "AdaptiveCard";
    [JsonPropertyName("$schema"), JsonPropertyOrder(-1)] public string Schema => "http://adaptivecards.io/schemas/adaptive-card.json";
    public string Version => "1.5";
    public IReadOnlyList<CardElement> Body { get; init; } = [];
    public IReadOnlyList<CardActionElement>? Actions { get; init; }
    public CardRefresh? Refresh { get; init; }

    /// <summary>What is said where the card itself cannot be drawn, and in notifications.</summary>
    public string? FallbackText { get; init; }

    public string? Lang { get; init; }

    public TeamsCardSettings? Msteams { get; init; }

    /// <summary>The card as the attachment of an outgoing message.</summary>
    public Attachment ToAttachment() => new() { ContentType = Attachment.AdaptiveCardType, Content = ProtocolJson.ToElement(this) };
}

/// <summary>Asks clients to fetch the viewer's own version of the card (protocol.md 4.1). At most 60 <paramref name="UserIds"/> (<c>29:</c> ids).</summary>
/// <exception cref="ArgumentException">More than 60 people: the service would refuse the message.</exception>
public sealed record CardRefresh(ExecuteAction Action, IReadOnlyList<string>? UserIds = null)
{
    public const int MaxUserIds = 60;

    public IReadOnlyList<string>? UserIds { get; } = UserIds is { Count: > MaxUserIds }
        ? throw new ArgumentException("A card can ask at most 60 people to refresh.", nameof(UserIds))
        : UserIds;
}

/// <summary>Teams' own settings of a card: full width, and mentions inside the card's text (protocol.md 3.3, 3.10).</summary>
public sealed record TeamsCardSettings(string? Width = null, IReadOnlyList<Entity>? Entities = null);
