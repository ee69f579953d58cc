using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace AdaptiveCards;

/// <summary>
/// A card as JSON of the official schema: the card, and what its elements share. Japanese is not escaped. Each class is named here, so that
/// the order of members is ours and stays; approved cards rest on it.
/// </summary>
internal sealed partial class CardWriter(Utf8JsonWriter json)
{
    private const string Schema = "http://adaptivecards.io/schemas/adaptive-card.json";

    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
    private static readonly JsonWriterOptions Compact = new() { Encoder = Encoder };
    private static readonly JsonSerializerOptions Values = new() { Encoder = Encoder };

    public static string ToJson(AdaptiveCard card)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Compact)) new CardWriter(json).Write(card);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(AdaptiveCard card)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, AdaptiveCard.TypeName);
        json.WriteString("$schema"u8, Schema);
        json.WriteString("version"u8, card.Version.ToString());
        Text("id", card.Id);
        List("body", card.Body, Write);
        if (card.Actions is { Count: > 0 }) List("actions", card.Actions, Write);
        if (card.Refresh is { Action: { } action } refresh)
        {
            json.WriteStartObject("refresh"u8);
            json.WritePropertyName("action"u8);
            Write(action);
            if (refresh.UserIds is { Count: > 0 }) List("userIds", refresh.UserIds, json.WriteStringValue);
            json.WriteEndObject();
        }

        Text("fallbackText", card.FallbackText);
        Text("lang", card.Lang);
        Fallback(card.Fallback);
        Additional(card);
        json.WriteEndObject();
    }

    private void Fallback(AdaptiveFallbackElement? fallback)
    {
        switch (fallback)
        {
            case { Type: AdaptiveFallbackType.Drop }:
                json.WriteString("fallback"u8, "drop"u8);
                break;
            case { Type: AdaptiveFallbackType.Content, Content: { } content }:
                json.WritePropertyName("fallback"u8);
                if (content is AdaptiveAction action) Write(action);
                else Write((AdaptiveElement)content);
                break;
        }
    }

    private void Additional(AdaptiveTypedElement element)
    {
        foreach (var (name, value) in element.Additional ?? new Dictionary<string, object>()) Value(name, value);
    }

    private void Value(string name, object? value)
    {
        json.WritePropertyName(name);
        JsonSerializer.Serialize(json, value, Values);
    }

    private void Text(string name, string? text)
    {
        if (text is not null) json.WriteString(name, text);
    }

    private void Flag(string name, bool? flag)
    {
        if (flag is { } said) json.WriteBoolean(name, said);
    }

    /// <summary>Written where it is true.</summary>
    private void Tick(string name, bool flag) => Flag(name, flag ? true : null);

    /// <summary>Written where it is not 0.</summary>
    private void Number(string name, int number)
    {
        if (number != 0) json.WriteNumber(name, number);
    }

    /// <summary>
    /// A word as the enum has it: <c>Bolder</c>. Clients read the schema's words in either case; ours keep the one their cards always had.
    /// </summary>
    private void Word<T>(string name, T? word) where T : struct, Enum => Text(name, word?.ToString());

    /// <summary>As above, where it is not the default.</summary>
    private void Word<T>(string name, T word)
        where T : struct, Enum => Word(name, EqualityComparer<T>.Default.Equals(word, default) ? null : (T?)word);

    /// <summary>A word with a small letter first: <c>emphasis</c>.</summary>
    private void SmallWord<T>(string name, T? word)
        where T : struct, Enum => Text(name, word is { } said ? JsonNamingPolicy.CamelCase.ConvertName(said.ToString()) : null);

    private void List<T>(string name, List<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }
}
