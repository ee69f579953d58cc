using TeamsBot.Conversations;
using TeamsBot.Data;

namespace TeamsBot.Outbox;

/// <summary>
/// The outbox's rows as turns add them and the dispatcher reads and settles them: many a second, changed by nobody else, and so not tracked
/// (adr/0002).
/// </summary>
internal static class OutboxRows
{
    private static readonly string[] ChangedBySending =
    [
        nameof(OutboxMessage.Status),
        nameof(OutboxMessage.Attempts),
        nameof(OutboxMessage.Doubts),
        nameof(OutboxMessage.NextAttemptAt),
        nameof(OutboxMessage.SendingAt),
        nameof(OutboxMessage.SentAt),
        nameof(OutboxMessage.LastFailure),
        nameof(OutboxMessage.Body),
    ];

    private static readonly string[] ChangedByBeginning = [nameof(OutboxMessage.Attempts), nameof(OutboxMessage.SendingAt)];

    private static readonly string[] ChangedByPosting =
    [
        nameof(PostedCard.ConversationId),
        nameof(PostedCard.ActivityId),
        nameof(PostedCard.Version),
    ];

    extension(BotDbContext db)
    {
        /// <summary>Stores the message with the next save. Rows keep the order of these calls.</summary>
        public void AddMessage(OutboxMessage message) => db.AtSave(at => Rows<OutboxMessage>.Of(at).Insert(at, message));

        /// <summary>What is open and was stored after <paramref name="id"/>, in the order of speaking.</summary>
        public List<OutboxMessage> PendingAfter(long id, int limit) =>
            Rows<OutboxMessage>.Of(db).Read(db, "\"Id\" > ?1 AND \"Status\" = 'Pending' ORDER BY \"Id\" LIMIT ?2", id, limit);

        public OutboxMessage GetMessage(long id) =>
            Rows<OutboxMessage>.Of(db).Find(db, id) ?? throw new InvalidOperationException("A queued message is gone.");

        /// <summary>
        /// The clock was set: what waits because an attempt failed goes with it, and what changes a card quietly after a while.
        /// </summary>
        public void MoveRepeats(TimeSpan by) =>
            db.Execute(
                "UPDATE \"OutboxMessages\" SET \"NextAttemptAt\" = \"NextAttemptAt\" + ?1 WHERE \"Status\" = 'Pending' AND "
                    + "(\"Attempts\" > 0 OR (\"IsQuiet\" AND \"NotBefore\" IS NOT NULL))",
                by.Ticks
            );

        /// <summary>Writes what sending, or what took its place, has changed.</summary>
        public void Note(OutboxMessage message) => Rows<OutboxMessage>.Of(db).Update(db, message, ChangedBySending);

        /// <summary>Writes that an attempt begins.</summary>
        public void NoteBegun(OutboxMessage message) => Rows<OutboxMessage>.Of(db).Update(db, message, ChangedByBeginning);

        public PostedCard? FindPostedCard(Address address, string cardKey) => Rows<PostedCard>.Of(db).Find(db, address.ToString(), cardKey);

        public void Note(PostedCard card, bool isNew)
        {
            if (isNew) Rows<PostedCard>.Of(db).Insert(db, card);
            else Rows<PostedCard>.Of(db).Update(db, card, ChangedByPosting);
        }
    }
}
