using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.Audit;

internal static class AuditData
{
    extension(BotDbContext db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        public DbSet<AuditHead> AuditHeads => db.Set<AuditHead>();
    }

    internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
    {
        public void Configure(EntityTypeBuilder<AuditEntry> builder)
        {
            builder.ToTable("AuditEntries").HasKey(entry => entry.Id);
            builder.HasIndex(entry => entry.Sequence).IsUnique();
            builder.HasIndex(entry => entry.Subject);
        }
    }

    internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
    {
        public void Configure(EntityTypeBuilder<AuditHead> builder)
        {
            builder.ToTable("AuditHead").HasKey(head => head.Id);
            builder.Property(head => head.Id).ValueGeneratedNever();
        }
    }
}
