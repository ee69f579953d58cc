using System.Text.Json;
using Newtonsoft.Json.Linq;

namespace TeamsBot.Protocol.BotFramework;

/// <summary>
/// Hands what our reader read to the SDK as the tokens its types are made of. The body is never parsed a second time: two readers would
/// disagree about what somebody forged.
/// </summary>
internal static class JsonTokens
{
    public static JToken? Of(JsonElement? json) => json is { } element ? Of(element) : null;

    /// <summary>As deep as our reader allowed, which is less than a stack bears.</summary>
    public static JToken Of(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Object(json),
        JsonValueKind.Array => new JArray(json.EnumerateArray().Select(Of)),
        JsonValueKind.String => new JValue(json.GetString()),
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? new JValue(whole) : new JValue(json.GetDouble()),
        JsonValueKind.True => new JValue(true),
        JsonValueKind.False => new JValue(false),
        _ => JValue.CreateNull(),
    };

    /// <summary>Those members of an object that have no property of their own in the SDK's type; nothing else may look like one.</summary>
    public static JObject Rest(JsonElement json, params ReadOnlySpan<string> known)
    {
        var rest = new JObject();
        foreach (var member in json.EnumerateObject())
        {
            if (!known.Contains(member.Name)) rest[member.Name] = Of(member.Value);
        }

        return rest;
    }

    /// <summary>Of a repeated member the last counts, as with our own reader.</summary>
    private static JObject Object(JsonElement json)
    {
        var members = new JObject();
        foreach (var member in json.EnumerateObject()) members[member.Name] = Of(member.Value);
        return members;
    }
}
