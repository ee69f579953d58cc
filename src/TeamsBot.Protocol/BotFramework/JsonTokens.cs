using System.Text;
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

    /// <summary>Adds those members of an object that have no property of their own in the SDK's type.</summary>
    /// <param name="known">Those that have, as <see cref="Names"/> gives them.</param>
    public static void AddRest(JObject properties, JsonElement json, byte[][] known)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (!IsOneOf(member, known)) properties[member.Name] = Of(member.Value);
        }
    }

    /// <summary>Names as they stand in a body, so that none of it need be read into a text to be compared.</summary>
    public static byte[][] Names(params string[] names) => Array.ConvertAll(names, Encoding.UTF8.GetBytes);

    private static bool IsOneOf(JsonProperty member, byte[][] known)
    {
        foreach (var name in known)
        {
            if (member.NameEquals(name)) return true;
        }

        return false;
    }

    /// <summary>Of a repeated member the last counts, as with our own reader.</summary>
    private static JObject Object(JsonElement json)
    {
        var members = new JObject();
        foreach (var member in json.EnumerateObject()) members[member.Name] = Of(member.Value);
        return members;
    }
}
