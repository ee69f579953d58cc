using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TeamsBot.Data;

namespace TeamsBot.Outbox;

internal static class OutboxData
{
    // Asked in every turn. DbSet.FindAsync of this EF Core builds and compiles an expression on each call, which costs more than the query.
    private static readonly Func<BotDbContext, string, string, CancellationToken, Task<Contact?>> ContactByKey = EF.CompileAsyncQuery(
        (BotDbContext db, string tenantId, string objectId, CancellationToken _) =>
            db.Set<Contact>().FirstOrDefault(contact => contact.TenantId == tenantId && contact.AadObjectId == objectId));

    private static readonly Func<BotDbContext, string, string, CancellationToken, Task<Conversation?>> ConversationByKey = EF.CompileAsyncQuery(
        (BotDbContext db, string tenantId, string conversationId, CancellationToken _) =>
            db.Set<Conversation>().FirstOrDefault(conversation => conversation.TenantId == tenantId && conversation.ConversationId == conversationId));

    extension(BotDbContext db)
    {
        public DbSet<OutboxMessage> OutboxMessages => db.Set<OutboxMessage>();

        public DbSet<Conversation> Conversations => db.Set<Conversation>();

        public DbSet<Contact> Contacts => db.Set<Contact>();

        public DbSet<PostedCard> PostedCards => db.Set<PostedCard>();

        /// <summary>As stored; one only added to this context is not found.</summary>
        public Task<Contact?> FindContactAsync(string tenantId, string objectId, CancellationToken cancellationToken) => ContactByKey(db, tenantId, objectId, cancellationToken);

        /// <summary>As stored; one only added to this context is not found.</summary>
        public Task<Conversation?> FindConversationAsync(string tenantId, string conversationId, CancellationToken cancellationToken) =>
            ConversationByKey(db, tenantId, conversationId, cancellationToken);
    }

    internal sealed class AddressText() : ValueConverter<Address, string>(address => address.ToString(), text => Address.Parse(text));

    internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> builder)
        {
            builder.ToTable("OutboxMessages").HasKey(message => message.Id);
            builder.Ignore(message => message.Adopted);
            builder.Property(message => message.Address).HasConversion<AddressText>();
            builder.HasIndex(message => message.Status);
            builder.HasIndex(message => message.Subject);
        }
    }

    internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>
    {
        public void Configure(EntityTypeBuilder<Conversation> builder)
        {
            builder.ToTable("Conversations").HasKey(conversation => new { conversation.TenantId, conversation.ConversationId });
            builder.HasIndex(conversation => new { conversation.TenantId, conversation.AadObjectId });
        }
    }

    internal sealed class ContactMapping : IEntityTypeConfiguration<Contact>
    {
        public void Configure(EntityTypeBuilder<Contact> builder)
            => builder.ToTable("Contacts").HasKey(contact => new { contact.TenantId, contact.AadObjectId });
    }

    internal sealed class PostedCardMapping : IEntityTypeConfiguration<PostedCard>
    {
        public void Configure(EntityTypeBuilder<PostedCard> builder)
        {
            builder.ToTable("PostedCards").HasKey(card => new { card.Address, card.CardKey });
            builder.Property(card => card.Address).HasConversion<AddressText>();
        }
    }
}
