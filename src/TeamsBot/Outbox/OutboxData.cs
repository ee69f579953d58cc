using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TeamsBot.Conversations;
using TeamsBot.Data;

namespace TeamsBot.Outbox;

internal static class OutboxData
{
    extension(BotDbContext db)
    {
        public DbSet<OutboxMessage> OutboxMessages => db.Set<OutboxMessage>();

        public DbSet<PostedCard> PostedCards => db.Set<PostedCard>();
    }

    internal sealed class AddressText() : ValueConverter<Address, string>(address => address.ToString(), text => Address.Parse(text));

    internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
    {
        public void Configure(EntityTypeBuilder<OutboxMessage> builder)
        {
            builder.ToTable("OutboxMessages").HasKey(message => message.Id);
            builder.Ignore(message => message.Adopted).Ignore(message => message.MayBeThere);
            builder.Property(message => message.Address).HasConversion<AddressText>();
            builder.HasIndex(message => message.Status);
            builder.HasIndex(message => message.Subject);
        }
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
