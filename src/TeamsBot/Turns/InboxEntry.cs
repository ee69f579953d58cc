using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Audit;
using TeamsBot.Data;

namespace TeamsBot.Turns;

/// <summary>
/// An inbound activity that was handled. Written in the same commit as what it did, so that a second delivery finds it or waits for it.
/// </summary>
internal sealed class InboxEntry
{
    private InboxEntry()
    {
    }

    public string Key { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>What the first delivery of an invoke was answered; null for messages, whose answers go through the outbox.</summary>
    public string? Answer { get; private set; }

    /// <summary>
    /// What the press was about, as the audit trail names it, and the entry it left there: a later entry of the subject means that things
    /// have moved on.
    /// </summary>
    public string? Subject { get; private set; }

    public long Sequence { get; private set; }

    /// <summary>Its place in the trail is known in the commit only.</summary>
    public void Follows(AuditEntry? done) => (Subject, Sequence) = (done?.Subject, done?.Sequence ?? 0);

    /// <summary>The same was asked for so much later that it was meant anew.</summary>
    public InboxEntry CameAgain(DateTimeOffset now, string? answer)
    {
        (ReceivedAt, Answer) = (now, answer);
        return this;
    }

    public static InboxEntry Of(string key, DateTimeOffset now, string? answer) => new() { Key = key, ReceivedAt = now, Answer = answer };
}

internal static class TurnsData
{
    private static readonly string[] ChangedByComingAgain =
        [nameof(InboxEntry.ReceivedAt), nameof(InboxEntry.Answer), nameof(InboxEntry.Subject), nameof(InboxEntry.Sequence)];

    extension(BotDbContext db)
    {
        public DbSet<InboxEntry> Inbox => db.Set<InboxEntry>();

        /// <summary>
        /// The entry of what was handled before. Asked and written in each turn, and so neither tracked nor left to EF Core (adr/0002).
        /// </summary>
        public InboxEntry? FindInboxEntry(string key) => Rows<InboxEntry>.Of(db).Find(db, key);

        /// <summary>
        /// Stores with the next save that this was done; of two turns at once the second fails, is run again and finds it.
        /// </summary>
        public void KeepDone(string key, DateTimeOffset now) => db.Keep(InboxEntry.Of(key, now, answer: null), isNew: true);

        /// <summary>Stores the entry with the next save, which fails where a second delivery was quicker.</summary>
        /// <param name="done">What the turn writes into the audit trail; null where it writes nothing.</param>
        public void Keep(InboxEntry entry, bool isNew, AuditEntry? done = null) => db.AtSave(at =>
        {
            entry.Follows(done);
            if (isNew) Rows<InboxEntry>.Of(at).Insert(at, entry);
            else Rows<InboxEntry>.Of(at).Update(at, entry, ChangedByComingAgain);
        });
    }

    internal sealed class InboxEntryConfiguration : IEntityTypeConfiguration<InboxEntry>
    {
        public void Configure(EntityTypeBuilder<InboxEntry> builder)
        {
            builder.ToTable("Inbox");
            builder.HasKey(entry => entry.Key);
            builder.HasIndex(entry => entry.ReceivedAt);
        }
    }
}
