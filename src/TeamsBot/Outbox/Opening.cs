using System.Text.Json;
using System.Text.Json.Nodes;

namespace TeamsBot.Outbox;

/// <summary>
/// The button that opens what a ringing message asks for, kept beside the message so that a list of many can offer it too.
/// </summary>
/// <param name="Language">Of the person it is for, as a card's <c>lang</c>.</param>
internal sealed record Opening(string Title, string Verb, JsonObject Data, string Language)
{
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote; null where it cannot be read.</summary>
    public static Opening? Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<Opening>(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One of several things a person is asked at once.</summary>
/// <param name="Summary">The request, as its own message would have said it.</param>
internal sealed record WaitingRequest(string Summary, Opening Opening);

/// <summary>Draws the list that takes the place of many messages at once. Pure; registered by whoever has cards.</summary>
internal sealed record WaitingList(Func<IReadOnlyList<WaitingRequest>, WaitingListMessage> Draw);

internal sealed record WaitingListMessage(AdaptiveCards.AdaptiveCard Card, string Summary);
