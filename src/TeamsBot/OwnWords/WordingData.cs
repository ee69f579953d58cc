using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TeamsBot.Data;

namespace TeamsBot.OwnWords;

/// <summary>
/// How the desk's entries and the dismissed findings are stored. What an entry says is only ever read whole, hence one JSON column.
/// </summary>
internal static class WordingData
{
    private static readonly JsonSerializerOptions ByName = new() { Converters = { new JsonStringEnumConverter() } };

    extension(BotDbContext db)
    {
        public DbSet<WordingEntry> WordingEntries => db.Set<WordingEntry>();

        public DbSet<DismissedFinding> DismissedFindings => db.Set<DismissedFinding>();

        public Task<WordingEntry?> FindWordingAsync(Guid id, string tenantId, CancellationToken cancellationToken) => db.Set<WordingEntry>()
            .Include(entry => entry.Versions.OrderBy(version => version.Number))
            .SingleOrDefaultAsync(entry => entry.Id == id && entry.TenantId == tenantId, cancellationToken);
    }

    internal sealed class WordingEntryConfiguration : IEntityTypeConfiguration<WordingEntry>
    {
        public void Configure(EntityTypeBuilder<WordingEntry> builder)
        {
            builder.HasKey(entry => entry.Id);
            builder.Property(entry => entry.Id).ValueGeneratedNever();
            builder.Ignore(entry => entry.Latest).Ignore(entry => entry.Active);
            builder.HasMany(entry => entry.Versions).WithOne().HasForeignKey(version => version.EntryId);
            builder.Navigation(entry => entry.Versions).UsePropertyAccessMode(PropertyAccessMode.Field);
            builder.HasIndex(entry => new { entry.TenantId, entry.ChangedAt });
        }
    }

    internal sealed class WordingVersionConfiguration : IEntityTypeConfiguration<WordingVersion>
    {
        public void Configure(EntityTypeBuilder<WordingVersion> builder)
        {
            builder.HasKey(version => new { version.EntryId, version.Number });
            builder.Property(version => version.Number).ValueGeneratedNever();
            builder.Property(version => version.Content).HasConversion(
                content => JsonSerializer.Serialize(content, ByName), json => JsonSerializer.Deserialize<WordingContent>(json, ByName)!);
        }
    }

    internal sealed class DismissedFindingConfiguration : IEntityTypeConfiguration<DismissedFinding>
    {
        public void Configure(EntityTypeBuilder<DismissedFinding> builder)
        {
            builder.HasKey(dismissed => dismissed.Id);
            builder.Property(dismissed => dismissed.Id).ValueGeneratedNever();
            builder.HasIndex(dismissed => new { dismissed.TenantId, dismissed.AccountId, dismissed.RuleId, dismissed.Phrase }).IsUnique();
        }
    }
}
