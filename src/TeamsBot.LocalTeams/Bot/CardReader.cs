using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsBot.LocalTeams.Bot;

/// <summary>Reads a card the way a client does when a button is pressed: which button, its data, and the inputs that go with it.</summary>
internal static class CardReader
{
    /// <summary>The first button of that title, also inside unfolding cards.</summary>
    public static JsonElement? FindAction(JsonElement card, string title) =>
        Everything(card).Where(item => TypeOf(item).StartsWith("Action.", StringComparison.Ordinal)
                && item.TryGetProperty("title", out var its) && its.ValueEquals(title) && TypeOf(item) is "Action.Execute" or "Action.Submit")
            .Select(item => (JsonElement?)item).FirstOrDefault();

    /// <summary>The button's data merged with the inputs, all as text (protocol.md 4.2). Data wins over nothing: an input of the same name replaces it.</summary>
    public static JsonObject DataOf(JsonElement action, JsonElement card, IReadOnlyDictionary<string, string>? inputs)
    {
        var data = action.TryGetProperty("data", out var its) && its.ValueKind == JsonValueKind.Object ? JsonObject.Create(its)! : [];
        if (action.TryGetProperty("associatedInputs", out var associated) && associated.ValueEquals("none")) return data;
        foreach (var input in Everything(card).Where(item => TypeOf(item).StartsWith("Input.", StringComparison.Ordinal) && item.TryGetProperty("id", out _)))
            data[input.GetProperty("id").GetString()!] = InitialValue(input);
        foreach (var (id, value) in inputs ?? new Dictionary<string, string>()) data[id] = value;
        return data;
    }

    /// <summary>The <c>action</c> member of an invoke's value.</summary>
    public static JsonObject InvokeOf(JsonElement action, JsonObject data)
    {
        var invoke = new JsonObject { ["type"] = "Action.Execute" };
        foreach (var name in (string[])["id", "title", "verb"])
            if (action.TryGetProperty(name, out var value)) invoke[name] = JsonValue.Create(value.GetString());
        invoke["data"] = data;
        return invoke;
    }

    public static string TypeOf(JsonElement item) => item.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";

    private static string InitialValue(JsonElement input)
    {
        if (input.TryGetProperty("value", out var value)) return value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
        if (TypeOf(input) != "Input.Toggle") return "";
        return input.TryGetProperty("valueOff", out var off) ? off.GetString()! : "false";
    }

    /// <summary>Every object inside the card in reading order, but not what an action falls back to.</summary>
    private static IEnumerable<JsonElement> Everything(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            yield return element;
            foreach (var property in element.EnumerateObject().Where(property => !property.NameEquals("fallback") && !property.NameEquals("data") && !property.NameEquals("refresh")))
            {
                foreach (var inner in Everything(property.Value)) yield return inner;
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                foreach (var inner in Everything(item)) yield return inner;
            }
        }
    }
}
