using AdaptiveCards;
using TeamsBot.Conversations;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Answers;

/// <summary>
/// The answer to a press about a call. It is seen by the presser until the chat is opened again; the message itself is changed too, so that
/// it still says so then and on the other device.
/// </summary>
internal sealed class PressedCall(OutboxWriter outbox, TimeProvider time)
{
    /// <param name="card">In the words of whoever pressed.</param>
    public Reply Show(ParsedTurn turn, AdaptiveCard card)
    {
        if (turn.Action!.CardActivityId is not { Length: > 0 } message) return Reply.Show(card);
        var (here, key) = (Address.Of(turn), $"pressed:{message}");
        // Whatever it showed before, this is newer: presses have no other order than their time.
        outbox.CardIsAt(here, key, turn.Conversation.ConversationId, message);
        outbox.Change(here, key, time.GetUtcNow().UtcTicks, card, card.FallbackText ?? "", key);
        return turn.IsInvoke ? Reply.Show(card) : Reply.None;
    }
}
