using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsBot.LocalTeams.Bot;

/// <summary>
/// Reads a card the way a client does when a button is pressed: which button, its data, and the inputs that go with it. It does not check
/// required inputs; a client that forgets to is one the bot must survive.
/// </summary>
internal static class CardReader
{
    /// <summary>
    /// The first Action.Execute or Action.Submit of that title in reading order, also inside unfolding cards; null where there is none.
    /// </summary>
    public static Pressable? Find(JsonElement card, string title) => Buttons(card, [card]).FirstOrDefault(button => button.Title == title);

    public static string TypeOf(JsonElement item) =>
        item.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";

    /// <summary>The <c>action</c> member of an invoke's value.</summary>
    public static JsonObject InvokeOf(JsonElement action, JsonObject data)
    {
        var invoke = new JsonObject { ["type"] = "Action.Execute" };
        foreach (var name in (string[])["id", "title", "verb"])
            if (action.TryGetProperty(name, out var value)) invoke[name] = JsonValue.Create(value.GetString());
        invoke["data"] = data;
        return invoke;
    }

    public static JsonObject OwnDataOf(JsonElement action) =>
        action.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? JsonObject.Create(data)! : [];

    /// <summary>The inputs of one card, without those of cards that unfold inside it.</summary>
    public static IEnumerable<JsonElement> InputsOf(JsonElement card) =>
        Children(card).SelectMany(child => TypeOf(child) switch
        {
            "Action.ShowCard" => [],
            var type when type.StartsWith("Input.", StringComparison.Ordinal) && child.TryGetProperty("id", out _) => [child],
            _ => InputsOf(child),
        });

    public static string InitialValue(JsonElement input)
    {
        if (input.TryGetProperty("value", out var value))
            return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (TypeOf(input) != "Input.Toggle") return "";
        return input.TryGetProperty("valueOff", out var off) ? off.GetString()! : "false";
    }

    /// <param name="cards">The cards around the element, outermost first.</param>
    private static IEnumerable<Pressable> Buttons(JsonElement element, IReadOnlyList<JsonElement> cards) =>
        Children(element).SelectMany(child => TypeOf(child) switch
        {
            "Action.Execute" or "Action.Submit" => [new(child, cards)],
            "Action.ShowCard" when child.TryGetProperty("card", out var inner) => Buttons(inner, [.. cards, inner]),
            _ => Buttons(child, cards),
        });

    /// <summary>
    /// The objects directly below, looking through arrays; what an action falls back to, carries or refreshes is not part of what is seen.
    /// </summary>
    private static IEnumerable<JsonElement> Children(JsonElement element) =>
        element.ValueKind != JsonValueKind.Object
            ? []
            : element
                .EnumerateObject()
                .Where(property => property.Name is not ("fallback" or "data" or "refresh"))
                .SelectMany(property =>
                    property.Value.ValueKind switch
                    {
                        JsonValueKind.Object => [property.Value],
                        JsonValueKind.Array => property.Value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object),
                        _ => [],
                    }
                );
}

/// <summary>A button and the cards it stands in, whose inputs it sends along.</summary>
internal sealed record Pressable(JsonElement Action, IReadOnlyList<JsonElement> Cards)
{
    public string Title => Action.TryGetProperty("title", out var title) ? title.GetString() ?? "" : "";

    public bool IsExecute => CardReader.TypeOf(Action) == "Action.Execute";

    /// <summary>
    /// The data of the button, or of what it falls back to, merged with the inputs, all as text; an input of the same name wins
    /// (protocol.md 4.2).
    /// </summary>
    public JsonObject Data(IReadOnlyDictionary<string, string>? inputs, bool ofFallback = false)
    {
        var pressed = ofFallback ? Action.GetProperty("fallback") : Action;
        var data = CardReader.OwnDataOf(pressed);
        if (pressed.TryGetProperty("associatedInputs", out var associated) && associated.ValueEquals("none")) return data;
        // The official renderer leaves an empty input out instead of sending an empty text.
        foreach (var input in Cards.SelectMany(CardReader.InputsOf))
        {
            if (CardReader.InitialValue(input) is { Length: > 0 } value) data[input.GetProperty("id").GetString()!] = value;
        }

        foreach (var (id, value) in inputs ?? new Dictionary<string, string>()) data[id] = value;
        return data;
    }
}
