using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.Turns;

/// <summary>An inbound activity that was handled. Written in the same commit as what it did, so that a second delivery finds it or waits for it.</summary>
internal sealed class InboxEntry
{
    private InboxEntry()
    {
    }

    public string Key { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>What the first delivery of an invoke was answered; null for messages, whose answers go through the outbox.</summary>
    public string? Answer { get; private set; }

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
    // Asked in every turn; see OutboxData for why it is compiled.
    private static readonly Func<BotDbContext, string, CancellationToken, Task<InboxEntry?>> EntryByKey = EF.CompileAsyncQuery(
        (BotDbContext db, string key, CancellationToken _) => db.Set<InboxEntry>().AsNoTracking().FirstOrDefault(entry => entry.Key == key));

    extension(BotDbContext db)
    {
        public DbSet<InboxEntry> Inbox => db.Set<InboxEntry>();

        /// <summary>The entry of what was handled before, for reading.</summary>
        public Task<InboxEntry?> FindInboxEntryAsync(string key, CancellationToken cancellationToken) => EntryByKey(db, key, cancellationToken);
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
