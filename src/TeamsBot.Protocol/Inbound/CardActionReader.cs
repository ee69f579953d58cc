using System.Text.Json;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Reads a pressed button out of an activity, from <c>Action.Execute</c> or from its Submit fallback (protocol.md 3.3, 4.2). Values become
/// text: clients send numbers, booleans and lists in different ways, and the person behind a client may send anything.
/// </summary>
internal static class CardActionReader
{
    /// <summary>The button, or null where the activity carries none that can be read.</summary>
    public static CardAction? Read(Activity activity) => activity switch
    {
        { Type: ActivityTypes.Invoke, Name: InvokeNames.CardAction, Value: { } value } => Execute(activity, value),
        { Type: ActivityTypes.Message, Value: { ValueKind: JsonValueKind.Object } value } => Submit(activity, value),
        _ => null,
    };

    /// <summary>Whether a card invoke is of a kind the bot answers; others get the NotSupported error (protocol.md 4.2).</summary>
    public static bool IsExecute(Activity activity) => activity.Value?.Object("action"u8)?.Text("type"u8) == "Action.Execute";

    private static CardAction? Execute(Activity activity, JsonElement value)
    {
        if (value.Object("action"u8) is not { } action || !IsExecute(activity)) return null;
        return action.Text("verb"u8) is { Length: > 0 } verb
            ? new CardAction(
                verb,
                Values(action.Object("data"u8)),
                value.Text("trigger"u8) == "automatic",
                IsFallback: false,
                activity.ReplyToId
            )
            : null;
    }

    private static CardAction? Submit(Activity activity, JsonElement value)
    {
        if (
            value.Member("fallbackVerb"u8) is not { ValueKind: JsonValueKind.String } named
            || named.GetString() is not { Length: > 0 } verb
        )
            return null;
        var values = Values(value);
        values.Remove(Buttons.FallbackVerb);
        return new CardAction(verb, values, IsAutomatic: false, IsFallback: true, activity.ReplyToId);
    }

    private static Dictionary<string, string> Values(JsonElement? data)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (data is not { } members) return values;
        foreach (var member in members.EnumerateObject()) values[member.Name] = AsText(member.Value);
        return values;
    }

    private static string AsText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Null or JsonValueKind.Undefined => "",
        JsonValueKind.Array => string.Join(',', value.EnumerateArray().Select(AsText)),
        _ => value.GetRawText(),
    };
}
