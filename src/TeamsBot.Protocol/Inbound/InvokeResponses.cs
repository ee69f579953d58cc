using System.Text.Json;
using AdaptiveCards;
using TeamsBot.Protocol.Cards;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Builds the answers of invokes, one method per row of protocol.md 4.2 and 5.1. The only place that knows the type strings: a wrong one
/// makes the client say "Something went wrong" although the work was done.
/// </summary>
public static class InvokeResponses
{
    private const string CardType = Attachment.AdaptiveCardType;
    private const string MessageType = "application/vnd.microsoft.activity.message";
    private const string LoginType = "application/vnd.microsoft.activity.loginRequest";
    private const string ErrorType = "application/vnd.microsoft.error";

    /// <summary>200 without a body: accepted, nothing to show. Not for card actions, where an empty body is drawn as an error.</summary>
    public static InvokeResponse Empty { get; } = new(200);

    /// <summary>No handler for this invoke (protocol.md 1.10).</summary>
    public static InvokeResponse NotImplemented { get; } = new(501);

    /// <summary>Replaces the card for this person on this client.</summary>
    public static InvokeResponse Card(AdaptiveCard card) => Result(200, CardType, card);

    /// <summary>A text shown briefly under the card.</summary>
    public static InvokeResponse Message(string text) => Result(200, MessageType, text);

    /// <summary>
    /// A refusal the client shows as an error. Never for an automatic refresh: the client then stops asking (protocol.md 4.3 rule 8).
    /// </summary>
    /// <param name="statusCode">400 for a request that makes no sense, 500 for our own failure; inside the body, HTTP says 200.</param>
    public static InvokeResponse Error(int statusCode, string code, string message) =>
        Result(statusCode, ErrorType, new InvokeError(code, message));

    /// <summary>Asks the person to sign in with the OAuth card given.</summary>
    public static InvokeResponse LoginRequest(JsonElement oauthCard) => Result(401, LoginType, oauthCard);

    /// <summary>The code of the sign-in was wrong.</summary>
    public static InvokeResponse IncorrectAuthCode() => Result(401, ErrorType + ".incorrectAuthCode", null);

    /// <summary>The single sign-on needs consent first.</summary>
    public static InvokeResponse PreconditionFailed(string code, string message) =>
        Result(412, ErrorType + ".preconditionFailed", new InvokeError(code, message));

    /// <summary>Opens or continues a dialog. Inside it only Action.Submit works.</summary>
    /// <param name="size"><c>small</c>, <c>medium</c> or <c>large</c>.</param>
    public static InvokeResponse Dialog(string title, AdaptiveCard card, string size = "medium") =>
        new(200, new TaskResult(new TaskStep("continue", new TaskDialog(title, size, size, card.ToAttachment()))));

    /// <summary>Ends a dialog with a text.</summary>
    public static InvokeResponse DialogMessage(string text) => new(200, new TaskResult(new TaskStep("message", text)));

    /// <summary>
    /// A handler's reply as the answer of a card action. A handler that says nothing still gets a body, because an empty one is drawn as an
    /// error.
    /// </summary>
    public static InvokeResponse For(Reply reply) => reply switch
    {
        { Card: { } card } => Card(card),
        { Text: { Length: > 0 } text } => Message(text),
        _ => Message("受け付けました。 / Received."),
    };

    private static InvokeResponse Result(int statusCode, string type, object? value) =>
        new(200, new CardActionResult(statusCode, type, value));
}
