using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.AdaptiveCards;

/// <summary>A button.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
[JsonDerivedType(typeof(OpenUrlAction), "Action.OpenUrl")]
[JsonDerivedType(typeof(ToggleVisibilityAction), "Action.ToggleVisibility")]
[JsonDerivedType(typeof(ShowCardAction), "Action.ShowCard")]
public abstract record CardActionElement(string Title)
{
    public string? Id { get; init; }
    public string? Style { get; init; }
    public string? Tooltip { get; init; }

    /// <summary>False draws the button greyed out (schema 1.5); null and true mean the same. A client may ignore it: the server refuses again.</summary>
    public bool? IsEnabled { get; init; }
}

/// <summary>
/// A button whose press is sent to the bot and answered with a card (protocol.md 4.1). Always carries the <c>Action.Submit</c> fallback with
/// the verb inside its data, because an older client knows no verb.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ExecuteAction), "Action.Execute")]
public record ExecuteAction : CardActionElement
{
    /// <summary>The member of the fallback's data that holds the verb.</summary>
    public const string FallbackVerb = "fallbackVerb";

    /// <param name="data">Ids and versions only: whoever sees the card can read and change it.</param>
    public ExecuteAction(string title, string verb, JsonObject? data = null) : base(title)
    {
        Verb = verb;
        Data = data ?? [];
        var fallback = (JsonObject)Data.DeepClone();
        fallback[FallbackVerb] = verb;
        Fallback = new SubmitAction(title, fallback);
    }

    public string Verb { get; }
    public JsonObject Data { get; }

    /// <summary><c>"auto"</c> sends the card's inputs along, <c>"none"</c> does not, so that an empty required field cannot hold the button back.</summary>
    public string? AssociatedInputs { get; init; }

    public SubmitAction Fallback { get; }
}

/// <summary>A button of older clients, whose data arrives as a message; the fallback of <see cref="ExecuteAction"/>.</summary>
/// <remarks>Names its own type, as <see cref="ExecuteAction"/> does, because both are also written where no other kind of action can stand; the serializer wants such types unsealed.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(SubmitAction), "Action.Submit")]
public record SubmitAction(string Title, JsonObject Data) : CardActionElement(Title);

public sealed record OpenUrlAction(string Title, string Url) : CardActionElement(Title);

/// <param name="TargetElements">Ids of elements to show or hide.</param>
public sealed record ToggleVisibilityAction(string Title, IReadOnlyList<string> TargetElements) : CardActionElement(Title);

/// <summary>Unfolds a further card in place, for example the field for a reason.</summary>
public sealed record ShowCardAction(string Title, AdaptiveCard Card) : CardActionElement(Title);
