using System.Text.Json;
using System.Text.Json.Serialization;
using AdaptiveCards;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Cards;

/// <summary>What Teams adds to a card of the schema: full width, and mentions inside the card's text (protocol.md 3.3, 3.10).</summary>
public static class TeamsCards
{
    private const string Settings = "msteams";

    /// <summary>Draws the card as wide as the chat.</summary>
    public static AdaptiveCard FullWidth(this AdaptiveCard card)
    {
        SettingsOf(card)["width"] = "Full";
        return card;
    }

    /// <summary>People whom the card's text names as <c>&lt;at&gt;…&lt;/at&gt;</c>.</summary>
    public static AdaptiveCard Mentioning(this AdaptiveCard card, params IEnumerable<(string Text, string Id, string Name)> people)
    {
        SettingsOf(card)["entities"] = people.Select(person => new Dictionary<string, object>
        {
            ["type"] = "mention",
            ["text"] = person.Text,
            ["mentioned"] = new Dictionary<string, object> { ["id"] = person.Id, ["name"] = person.Name },
        }).ToList();
        return card;
    }

    /// <summary>The card as the attachment of an outgoing message.</summary>
    public static Attachment ToAttachment(this AdaptiveCard card) =>
        new() { ContentType = AdaptiveCard.ContentType, Content = ProtocolJson.ToElement(card) };

    private static Dictionary<string, object> SettingsOf(AdaptiveCard card)
    {
        if (card.AdditionalProperties.TryGetValue(Settings, out var known) && known is Dictionary<string, object> settings) return settings;
        var added = new Dictionary<string, object>(StringComparer.Ordinal);
        card.AdditionalProperties[Settings] = added;
        return added;
    }
}

/// <summary>Writes a card, wherever it stands, in the model's own words. Cards are never read back into the model.</summary>
internal sealed class CardConverter : JsonConverter<AdaptiveCard>
{
    public override AdaptiveCard Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Cards are only written.");

    public override void Write(Utf8JsonWriter writer, AdaptiveCard value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.ToJson(), skipInputValidation: true);
}
