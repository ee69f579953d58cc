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

    public static InboxEntry Of(string key, DateTimeOffset now, string? answer) => new() { Key = key, ReceivedAt = now, Answer = answer };
}

internal static class TurnsData
{
    extension(BotDbContext db)
    {
        public DbSet<InboxEntry> Inbox => db.Set<InboxEntry>();
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
