using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace TeamsBot.Data;

internal static class DataFeature
{
    /// <summary>
    /// How many contexts are kept for reuse, each with a connection of its own, its compiled statements and a cache of at most 256 kB.
    /// </summary>
    public const int ContextsKept = 32;

    /// <summary>
    /// A <see cref="BotDbContext"/> per scope and a factory for work outside of one, both from one pool. The database is not touched until
    /// <see cref="BotDatabase.PrepareAsync"/>, which the serve command awaits before the host starts.
    /// </summary>
    public static IServiceCollection AddBotData(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DataOptions>().Bind(configuration.GetSection("Data")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<BotDatabase>();
        services.AddSingleton<DatabaseWatch>();
        services.AddSingleton<KeptConnections>();
        services.AddSingleton<HeldFile>();
        services.AddSingleton<WriteGate>();
        services.AddSingleton<CommitSignal>();
        services.AddPooledDbContextFactory<BotDbContext>((provider, builder) =>
        {
            var options = provider.GetRequiredService<IOptions<DataOptions>>().Value;
            Configure(builder, provider.GetRequiredService<HeldFile>().Path, options.BusyTimeoutSeconds, SqliteOpenMode.ReadWrite);
        }, ContextsKept);
        services.AddScoped(provider => Open(provider.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContext()));
        return services;
    }

    /// <summary>One connection for all of a turn: opening and setting it up anew for each query took longer than the queries.</summary>
    private static BotDbContext Open(BotDbContext db)
    {
        db.Database.OpenConnection();
        return db;
    }

    /// <summary>Also names the pool of connections that contexts of these settings share.</summary>
    public static string ConnectionString(string file, int busyTimeoutSeconds, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder
        {
            DataSource = file,
            DefaultTimeout = busyTimeoutSeconds,
            Mode = mode,
            Pooling = true,
        }.ConnectionString;

    /// <summary>How every context reaches the file, also in tests and in the migration tool.</summary>
    /// <param name="mode">The bot opens what is there: a file deleted under it must not come back as an empty one.</param>
    public static DbContextOptionsBuilder Configure(
        DbContextOptionsBuilder builder, string file, int busyTimeoutSeconds, SqliteOpenMode mode = SqliteOpenMode.ReadWriteCreate)
    {
        return builder.UseSqlite(ConnectionString(file, busyTimeoutSeconds, mode))
            .ReplaceService<IRelationalConnection, KeptConnection>()
            .AddInterceptors(new ConnectionSettings(busyTimeoutSeconds), new PreparedStatements())
            // Each of these is thrown too, and whoever catches it knows whether it is two people at once or trouble. Logged here as well,
            // every meeting of two turns would look like an error, with a stack trace.
            .ConfigureWarnings(warnings => warnings.Ignore(
                CoreEventId.SaveChangesFailed, RelationalEventId.CommandError, RelationalEventId.TransactionError));
    }
}
