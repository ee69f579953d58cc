using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using TeamsBot.Data;

namespace TeamsBot.Tests;

/// <summary>A real database file of its own for one test, with all migrations applied, deleted at the end.</summary>
internal sealed class TempDatabase : IDbContextFactory<BotDbContext>, IDisposable
{
    // Migrating once and copying the file is several times faster than migrating for each test.
    internal static readonly Lazy<byte[]> Migrated = new(Migrate);
    private readonly PooledDbContextFactory<BotDbContext> contexts;
    private readonly string folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;

    public TempDatabase()
    {
        File = Path.Combine(folder, "bot.db");
        System.IO.File.WriteAllBytes(File, Migrated.Value);
        contexts = new(Options(File));
    }

    public string File { get; }

    public BotDbContext CreateDbContext() => contexts.CreateDbContext();

    /// <summary>The same database as another process sees it: a factory of its own, nothing shared but the file.</summary>
    public IDbContextFactory<BotDbContext> OtherProcess() => new PooledDbContextFactory<BotDbContext>(Options(File));

    /// <summary>Does to the file what only somebody with the file in hand could do.</summary>
    public void Tamper(string sql)
    {
        using var db = CreateDbContext();
        db.Database.ExecuteSqlRaw(sql);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        TempFolder.Delete(folder);
    }

    internal static DbContextOptions<BotDbContext> Options(string file)
    {
        var builder = new DbContextOptionsBuilder<BotDbContext>();
        DataFeature.Configure(builder, file, busyTimeoutSeconds: 5);
        return builder.Options;
    }

    private static byte[] Migrate()
    {
        var temporary = Directory.CreateTempSubdirectory("teamsbot-");
        var file = Path.Combine(temporary.FullName, "bot.db");
        using (var db = new BotDbContext(Options(file)))
        {
            db.Database.ExecuteSqlRaw("PRAGMA journal_mode=WAL");
            db.Database.Migrate();
            db.Database.ExecuteSqlRaw("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        var bytes = System.IO.File.ReadAllBytes(file);
        temporary.Delete(recursive: true);
        return bytes;
    }
}
