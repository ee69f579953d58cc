using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;

namespace TeamsBot.Data;

/// <summary>
/// The unit of work of one turn. Knows no entity by name: each folder maps its own with an <c>IEntityTypeConfiguration</c> and offers its
/// sets as extension properties (<c>extension(BotDbContext db) { public DbSet&lt;Draft&gt; Drafts => db.Set&lt;Draft&gt;(); }</c> in
/// <c>XxxData.cs</c>). Turns save through <c>Audit.CommitGate</c>, never here.
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

    /// <summary>SQLITE_CONSTRAINT.</summary>
    private const int ConstraintBroken = 19;

    private readonly List<Action<BotDbContext>> rows = [];

    private readonly List<Action> afterwards = [];

    /// <summary>Something is to be written besides what is tracked.</summary>
    public bool HasRows => rows.Count > 0;

    /// <summary>
    /// Writes with the next save, in its transaction and after everything tracked, in the order of these calls. For rows that are only ever
    /// added, and by each turn (<see cref="Rows{T}"/>): tracking them costs more than writing them.
    /// </summary>
    public void AtSave(Action<BotDbContext> write) => rows.Add(write);

    /// <summary>
    /// Does something once the next save is committed, in the order of the saves: for what is kept in memory and stored as well. Not done
    /// where it fails.
    /// </summary>
    public void AfterSave(Action then) => afterwards.Add(then);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        AdvanceVersions();
        try
        {
            if (rows.Count == 0) return Done(base.SaveChanges(acceptAllChangesOnSuccess));
            using var transaction = Begin();
            var saved = ChangeTracker.HasChanges() ? base.SaveChanges(acceptAllChangesOnSuccess: false) : 0;
            return Done(saved + Commit(transaction, acceptAllChangesOnSuccess));
        }
        catch (Exception problem) when (!IsBetweenPeople(problem))
        {
            LetGo();
            throw;
        }
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        AdvanceVersions();
        try
        {
            if (rows.Count == 0) return Done(await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken));
            // SQLite works on the calling thread, so nothing is won by waiting for it in another way.
            using var transaction = Begin();
            var saved = ChangeTracker.HasChanges() ? await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellationToken) : 0;
            return Done(saved + Commit(transaction, acceptAllChangesOnSuccess));
        }
        catch (Exception problem) when (!IsBetweenPeople(problem))
        {
            LetGo();
            throw;
        }
    }

    /// <summary>
    /// Gives up the connection with whatever transaction it is stuck in, so that neither comes back with this context from the pool: when
    /// the disk fills up while committing, SQLite has rolled back by itself, and both EF Core and the provider go on believing in the
    /// transaction.
    /// </summary>
    public void LetGo()
    {
        Forget();
        Database.UseTransaction(null);
        if (Database.GetDbConnection() is not SqliteConnection connection) return;
        SqliteConnection.ClearPool(connection);
        connection.Close();
        Database.CloseConnection();
    }

    public override void Dispose()
    {
        Forget();
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        Forget();
        return base.DisposeAsync();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDbContext).Assembly);

    /// <summary>
    /// SQLite cannot compare a <see cref="DateTimeOffset"/>; its UTC ticks it can. <see cref="DateOnly"/> is stored as yyyy-MM-dd. Enums
    /// are stored by name: a member moved in the source must not change what is recorded, and the file can be read by people. Strings
    /// compare ordinally.
    /// </summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>A transaction of its own, or none where the caller has one already and commits it.</summary>
    private IDbContextTransaction? Begin()
    {
        Database.AutoSavepointsEnabled = false;
        return Database.CurrentTransaction is null ? Database.BeginTransaction() : null;
    }

    private int Commit(IDbContextTransaction? transaction, bool accept)
    {
        foreach (var write in rows) write(this);
        transaction?.Commit();
        var written = rows.Count;
        rows.Clear();
        if (accept) ChangeTracker.AcceptAllChanges();
        return written;
    }

    private int Done(int written)
    {
        foreach (var then in afterwards) then();
        afterwards.Clear();
        return written;
    }

    private void Forget()
    {
        rows.Clear();
        afterwards.Clear();
    }

    /// <summary>
    /// Two people at once, or a key that is there already: an ordinary answer of a healthy database, whose transaction was rolled back in
    /// order.
    /// </summary>
    private static bool IsBetweenPeople(Exception problem) =>
        problem
            is DbUpdateConcurrencyException
                or DbUpdateException { InnerException: SqliteException { SqliteErrorCode: ConstraintBroken } };

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
