using System.Text.Json;

namespace TeamsBot.LocalTeams.Bot;

/// <summary>What the bot's endpoint answered to one activity.</summary>
/// <param name="Status">The HTTP status, or null where no answer came; <paramref name="Problem"/> then says why.</param>
public sealed record BotAnswer(int? Status, JsonElement? Body, string? Problem = null)
{
    /// <summary>The bot took the activity.</summary>
    public bool IsAccepted => Status is >= 200 and < 300;

    /// <summary>The answer to a card's button, as a client reads it (protocol.md 4.2).</summary>
    public CardAnswer ToCardAnswer()
    {
        // A status that is not 200, an empty body or a missing type all end in the same error at the person's side.
        if (Status != 200 || Body is not { ValueKind: JsonValueKind.Object } body) return CardAnswer.Failed(Problem ?? $"HTTP {Status}");
        if (!body.TryGetProperty("type", out var type) || !body.TryGetProperty("value", out var value))
            return CardAnswer.Failed("type / value");
        return type.GetString() switch
        {
            "application/vnd.microsoft.card.adaptive" when value.ValueKind == JsonValueKind.Object => new(CardAnswerKind.Card, Card: value),
            "application/vnd.microsoft.activity.message" => new(CardAnswerKind.Message, Text: value.GetString()),
            "application/vnd.microsoft.error" or "application/vnd.microsoft.error.preconditionFailed" => new(
                CardAnswerKind.Error,
                Text: MessageOf(value)
            ),
            var other => CardAnswer.Failed(other ?? "type"),
        };
    }

    private static string MessageOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("message", out var message) ? message.GetString() ?? "" : "";
}

/// <summary>What the person who pressed sees.</summary>
public sealed record CardAnswer(CardAnswerKind Kind, JsonElement? Card = null, string? Text = null)
{
    internal static CardAnswer Failed(string why) => new(CardAnswerKind.Error, Text: $"問題が発生しました。もう一度お試しください（{why}）");
}

public enum CardAnswerKind
{
    /// <summary>The card is replaced, for this person on this client only.</summary>
    Card,

    /// <summary>A line shown for a moment.</summary>
    Message,

    Error,
}
