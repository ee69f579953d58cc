using System.Text.Json;
using System.Text.Json.Nodes;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>Presses a button as somebody does who edits the card by hand: the card's own action with anything in it changed.</summary>
internal static class Forgery
{
    /// <summary>The button of that title, ready to be sent and to be changed before.</summary>
    public static JsonObject ActionOf(ChatMessage message, string title)
    {
        var button = Buttons(message.Card!.Value).First(action => action.GetProperty("title").ValueEquals(title));
        return new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = button.GetProperty("verb").GetString(),
            ["data"] = button.TryGetProperty("data", out var data) ? JsonObject.Create(data.Clone())! : new JsonObject(),
        };
    }

    /// <summary>Presses with some of the data replaced; a null value takes the field away.</summary>
    public static Task<BotAnswer> PressForgedAsync(
        this TeamsClient client,
        ChatMessage message,
        string title,
        params (string Field, JsonNode? Value)[] changes
    )
    {
        var action = ActionOf(message, title);
        var data = action["data"]!.AsObject();
        foreach (var (field, value) in changes)
        {
            data.Remove(field);
            if (value is not null) data[field] = value;
        }

        return client.ExecuteAsync(message, action, "manual");
    }

    /// <summary>Sends another verb with what the button of that title carries.</summary>
    public static Task<BotAnswer> PressAsAsync(
        this TeamsClient client, ChatMessage message, string title, string verb, params (string Field, JsonNode? Value)[] more)
    {
        var action = ActionOf(message, title);
        action["verb"] = verb;
        foreach (var (field, value) in more) action["data"]!.AsObject()[field] = value;
        return client.ExecuteAsync(message, action, "manual");
    }

    public static (string, JsonNode?)[] With(IReadOnlyDictionary<string, string> inputs, params (string, JsonNode?)[] more) =>
        [.. inputs.Select(input => (input.Key, (JsonNode?)input.Value)), .. more];

    private static IEnumerable<JsonElement> Buttons(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Buttons),
        JsonValueKind.Object => (
            element.TryGetProperty("type", out var type) && type.ValueEquals("Action.Execute") ? [element] : Array.Empty<JsonElement>()
        ).Concat(
            element
                .EnumerateObject()
                .Where(member => member.Name is not ("fallback" or "data"))
                .SelectMany(member => Buttons(member.Value))
        ),
        _ => [],
    };
}
