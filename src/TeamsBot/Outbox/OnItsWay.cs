using TeamsBot.Conversations;
using TeamsBot.Data;

namespace TeamsBot.Outbox;

/// <summary>What was stored and has not ended, by what it is about.</summary>
internal static class OnItsWay
{
    extension(BotDbContext db)
    {
        /// <summary>
        /// Whether the newest message of a card that makes a sound waits still, here or for its reader to become reachable. Costs a look at
        /// all that wait: asked only where nothing of the card arrived yet. What the same turn stored is not seen.
        /// </summary>
        /// <param name="rings">It asks or tells by a message of its own, and is no card that somebody opened.</param>
        public bool IsOnItsWay(Address address, string cardKey, bool rings)
        {
            var newest = db
                .OutboxMessages.Where(message =>
                    (message.Status == OutboxStatus.Pending || message.Status == OutboxStatus.Unreachable)
                    && message.Address == address
                    && message.CardKey == cardKey
                    && !message.IsQuiet
                )
                .OrderByDescending(message => message.Id)
                .Select(message => new { Rings = message.Opens != null })
                .FirstOrDefault();
            return newest is not null && (!rings || newest.Rings);
        }
    }
}
