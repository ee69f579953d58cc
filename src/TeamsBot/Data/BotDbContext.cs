using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace TeamsBot.Data;

/// <summary>
/// The unit of work of one turn. Knows no entity by name: each folder maps its own with an <c>IEntityTypeConfiguration</c> and offers its sets as
/// extension properties (<c>extension(BotDbContext db) { public DbSet&lt;Draft&gt; Drafts => db.Set&lt;Draft&gt;(); }</c> in <c>XxxData.cs</c>).
/// Turns save through <c>Audit.CommitGate</c>, never here.
/// </summary>
/// <remarks>
/// Two people may press at once. An entity that both could change carries
/// <code>[ConcurrencyCheck] public long Version { get; private set; }</code>
/// and nothing more: every save of a changed entity adds one here, and the save of whoever read the older one fails with
/// <see cref="DbUpdateConcurrencyException"/>; the turn is then run again from a fresh scope. (SQLite has no row version of its own.)
/// </remarks>
internal sealed class BotDbContext(DbContextOptions<BotDbContext> options) : DbContext(options)
{
    private const string Version = nameof(Version);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        AdvanceVersions();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        AdvanceVersions();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDbContext).Assembly);

    /// <summary>
    /// SQLite cannot compare a <see cref="DateTimeOffset"/>; its UTC ticks it can. <see cref="DateOnly"/> is stored as yyyy-MM-dd. Enums are stored
    /// by name: a member moved in the source must not change what is recorded, and the file can be read by people. Strings compare ordinally.
    /// </summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private void AdvanceVersions()
    {
        foreach (var entry in ChangeTracker.Entries())
        {
            if (entry.State == EntityState.Modified && VersionOf(entry) is { } version)
            {
                // From the original, so that a save repeated after a conflict elsewhere in it does not count twice.
                version.CurrentValue = (long)version.OriginalValue! + 1;
            }
        }
    }

    private static PropertyEntry? VersionOf(EntityEntry entry)
        => entry.Metadata.FindProperty(Version) is { IsConcurrencyToken: true } property && property.ClrType == typeof(long)
            ? entry.Property(Version)
            : null;
}
