using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.Conversations;

/// <summary>
/// Where the bot was spoken to and by whom, as stored. Read in every turn, and so read without tracking where nothing changes (adr/0002).
/// </summary>
internal static class ConversationsData
{
    extension(BotDbContext db)
    {
        public DbSet<Conversation> Conversations => db.Set<Conversation>();

        public DbSet<Contact> Contacts => db.Set<Contact>();

        /// <summary>As stored; one only added to this context is not found.</summary>
        public Task<Contact?> FindContactAsync(string tenantId, string objectId, CancellationToken cancellationToken) =>
            db.Contacts.FirstOrDefaultAsync(contact => contact.TenantId == tenantId && contact.AadObjectId == objectId, cancellationToken);

        /// <summary>As stored; one only added to this context is not found.</summary>
        public Task<Conversation?> FindConversationAsync(string tenantId, string conversationId, CancellationToken cancellationToken) =>
            db.Conversations.FirstOrDefaultAsync(
                conversation => conversation.TenantId == tenantId && conversation.ConversationId == conversationId, cancellationToken);

        public List<Conversation> PersonalChats(string tenantId, string objectId) => Rows<Conversation>.Of(db).Read(
            db, "\"TenantId\" = ?1 AND \"AadObjectId\" = ?2 AND \"Kind\" = 'Personal'", tenantId, objectId);

        /// <summary>For reading; see <see cref="FindConversationAsync"/> for one that may be changed.</summary>
        public Conversation? ReadConversation(string tenantId, string conversationId) =>
            Rows<Conversation>.Of(db).Find(db, tenantId, conversationId);

        /// <summary>For reading; see <see cref="FindContactAsync"/> for one that may be changed.</summary>
        public Contact? ReadContact(string tenantId, string objectId) => Rows<Contact>.Of(db).Find(db, tenantId, objectId);
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
}
