using System.Text.Json;
using TeamsBot.Data;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Outbox;

/// <summary>
/// Many requests to one person at once become one list: nobody's phone rings nine times. What the list stands for counts as said; each can
/// be opened from it.
/// </summary>
internal static class Gathering
{
    /// <summary>So many come each as itself.</summary>
    public const int MostAtOnce = 3;

    /// <summary>Replaces the messages by one. Returns false, and changes nothing, where there is nothing to draw a list from.</summary>
    public static bool Gather(BotDbContext db, WaitingList list, IReadOnlyList<OutboxMessage> messages, DateTimeOffset now)
    {
        var requests = messages.Select(message => (message, Opening: message.Opens is { } opens ? Opening.Read(opens) : null))
            .Where(read => read.Opening is not null).Select(read => new WaitingRequest(read.message.Summary ?? "", read.Opening!)).ToList();
        if (requests.Count < messages.Count) return false;
        var drawn = list.Draw(requests);
        foreach (var message in messages)
        {
            // One that stands there keeps its place, and what is shown in it; nothing older than what the list says is posted any more.
            var card = db.FindPostedCard(message.Address, message.CardKey);
            if (card?.ActivityId is null)
            {
                var said = card ?? PostedCard.Of(message.Address, message.CardKey);
                said.IsOver(message.Version);
                db.Note(said, isNew: card is null);
            }

            message.Supersede();
            db.Note(message);
        }

        db.AddMessage(
            OutboxMessage.Card(
                messages[0].Address,
                "",
                0,
                JsonSerializer.Serialize(drawn.Card, ProtocolJson.Options),
                drawn.Summary,
                messages[0].Address.ToString(),
                now
            )
        );
        return true;
    }
}
