using System.Text.Json.Nodes;
using AdaptiveCards;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// Buttons whose press is sent to the bot and answered with a card (protocol.md 4.1). Made here only: each carries the <c>Action.Submit</c>
/// fallback with the verb inside its data, because an older client knows no verb.
/// </summary>
public static class Buttons
{
    /// <summary>The member of the fallback's data that holds the verb.</summary>
    public const string FallbackVerb = "fallbackVerb";

    /// <param name="data">Ids and versions only: whoever sees the card can read and change it. Plain values, no objects inside.</param>
    /// <param name="style"><c>positive</c> or <c>destructive</c>; null for a plain button.</param>
    /// <param name="takesInputs">False leaves the card's inputs out, so that an empty required field cannot hold the button back.</param>
    /// <param name="isEnabled">False draws it greyed out (schema 1.5). A client may ignore it: the server refuses again.</param>
    public static AdaptiveExecuteAction Execute(
        string title, string verb, JsonObject? data = null, string? style = null, bool takesInputs = true, bool isEnabled = true)
    {
        var button = new AdaptiveExecuteAction
        {
            Title = title,
            Verb = verb,
            Data = ValuesOf(data),
            Style = style ?? "default",
            IsEnabled = isEnabled,
            Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction
            {
                Title = title,
                Data = new Dictionary<string, object?>(ValuesOf(data), StringComparer.Ordinal) { [FallbackVerb] = verb },
            }),
        };
        if (!takesInputs) button.AssociatedInputs = AdaptiveAssociatedInputs.None;
        return button;
    }

    /// <summary>As the card model takes it: values that every serializer writes alike.</summary>
    private static Dictionary<string, object?> ValuesOf(JsonObject? data) =>
        data?.ToDictionary(pair => pair.Key, pair => pair.Value?.GetValue<object>(), StringComparer.Ordinal) ?? [];
}
