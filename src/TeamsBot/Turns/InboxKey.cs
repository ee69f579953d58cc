using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Turns;

/// <summary>
/// Names what an activity asks for, so that asking twice is noticed (protocol.md 3.11). A message is its id in its conversation. A pressed
/// button is who pressed what with which values: Teams delivers it again under a new id, and its data carry the state it was pressed in.
/// </summary>
internal static class InboxKey
{
    public static string? Of(ParsedTurn turn)
    {
        if (turn.Action is { } action)
        {
            var values = action.Data.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\u001f{pair.Value}");
            return Hash(
                $"action\u001e{turn.Actor?.TenantId}\u001e{turn.Actor?.ObjectId}\u001e{action.Verb}\u001e{action.CardActivityId}"
                    + $"\u001e{string.Join('\u001e', values)}"
            );
        }

        return turn.Activity.Id is { } id
            ? Hash(
                $"{turn.Activity.ChannelId}\u001e{turn.Conversation.ConversationId}\u001e{turn.Activity.Type}\u001e{id}"
                    + $"{Edition(turn.Activity)}"
            )
            : null;
    }

    /// <summary>Edits of a message come under the message's id: each at its time is another thing said.</summary>
    private static string Edition(Activity activity) => activity is { Type: ActivityTypes.MessageUpdate, Timestamp: { } at }
        ? string.Create(CultureInfo.InvariantCulture, $"\u001e{at.UtcTicks}")
        : "";

    /// <summary>
    /// Where it is kept which press of a person came last. Doing, undoing and doing again are three presses, whatever values they carry.
    /// </summary>
    public static string OfLastPress(Actor actor) => Hash($"last\u001e{actor.TenantId}\u001e{actor.ObjectId}");

    private static string Hash(string parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts)));
}
