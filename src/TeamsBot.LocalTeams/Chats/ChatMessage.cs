using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace TeamsBot.LocalTeams.Chats;

/// <summary>One message as it stands now, with everything it was before. A value: a change makes a new one.</summary>
/// <param name="ThreadId">In a channel the id of the thread's first message, which for that message is its own; null in a personal
/// chat.</param>
/// <param name="Sender">The person, or null for the bot.</param>
/// <param name="History">Every version, oldest first: the activity as it went over the wire.</param>
/// <param name="Problem">Why the bot did not get a person's message, for the page to show.</param>
public sealed record ChatMessage(
    string Id,
    string ChatId,
    string? ThreadId,
    Persona? Sender,
    ImmutableList<MessageVersion> History,
    bool IsDeleted = false,
    string? Problem = null
)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    public bool IsFromBot => Sender is null;

    public JsonElement Activity => History[^1].Activity;

    public string Text => StringOf("text");

    public string TextFormat => StringOf("textFormat");

    /// <summary>The first card, or null.</summary>
    public JsonElement? Card => Cards is [var first, ..] ? first : null;

    public IReadOnlyList<JsonElement> Cards =>
        Activity.TryGetProperty("attachments", out var all) && all.ValueKind == JsonValueKind.Array
            ? [.. all.EnumerateArray().Where(IsCard).Select(card => card.GetProperty("content"))]
            : [];

    internal long Order => long.Parse(Id, CultureInfo.InvariantCulture);

    private static bool IsCard(JsonElement attachment) =>
        attachment.TryGetProperty("contentType", out var type) && type.ValueEquals(CardType) && attachment.TryGetProperty("content", out _);

    private string StringOf(string name) =>
        Activity.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}

/// <summary>What a message was from a moment on.</summary>
public sealed record MessageVersion(DateTimeOffset At, JsonElement Activity);
