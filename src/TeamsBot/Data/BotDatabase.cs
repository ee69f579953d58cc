using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace TeamsBot.Data;

/// <summary>
/// The file the bot keeps its state in: made ready at start, held so that no second bot serves from it (two dispatchers would send twice), and left
/// complete at the end.
/// </summary>
internal sealed partial class BotDatabase(
    IDbContextFactory<BotDbContext> contexts, IOptions<DataOptions> options, IHostEnvironment environment, DatabaseWatch watch, ILogger<BotDatabase> log) : IDisposable
{
    private const long LeastFreeBytes = 1024 * 1024;
    private const int Busy = 5;
    private FileHold? held;
    private SqliteConnection? last;

    public string FilePath { get; } = options.Value.FileIn(environment);

    /// <summary>
    /// Takes the file for this process, looks whether it is whole and brings its tables up to date; safe to run at every start. Call it before the host
    /// starts, so that nothing serves from half a schema.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">The file is held, read-only, damaged or not this program's, or the disk is full.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            CreateFolder();
            held ??= FileHold.Of(FilePath);
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await DatabaseInspection.LookAsync(db, FilePath, cancellationToken);
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
            if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) await db.Database.MigrateAsync(cancellationToken);
            // A file that can be read but not written passes everything above when there is nothing to migrate.
            await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE; ROLLBACK", cancellationToken);
            last ??= await StayAsync(cancellationToken);
            watch.Begin();
        }
        catch (Exception problem) when (problem is SqliteException or UnauthorizedAccessException or IOException)
        {
            throw DatabaseUnavailableException.Because(problem, FilePath, IsDiskFull());
        }
    }

    /// <summary>
    /// Brings everything into the one file, so that it alone is the database while the bot stands still; SQLite then removes its log. Where that fails,
    /// nothing is lost: the log stays, and belongs to the file.
    /// </summary>
    public void Dispose()
    {
        watch.End();
        if (last is not null)
        {
            // By its name: what contexts are made of may be disposed already.
            using (var pool = new SqliteConnection(DataFeature.ConnectionString(FilePath, options.Value.BusyTimeoutSeconds, SqliteOpenMode.ReadWrite))) SqliteConnection.ClearPool(pool);
            try
            {
                using var command = last.CreateCommand();
                command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
                using var row = command.ExecuteReader();
                if (row.Read() && row.GetInt32(0) != 0) LogStays(log, Busy);
            }
            catch (SqliteException problem)
            {
                LogStays(log, problem.SqliteErrorCode);
            }

            last.Dispose();
        }

        held?.Dispose();
    }

    /// <summary>A connection from the first to the last: without it SQLite would remove its log whenever nobody is connected, and make it anew.</summary>
    private async Task<SqliteConnection> StayAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = FilePath, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // The log is opened by the first read.
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        await command.ExecuteScalarAsync(cancellationToken);
        return connection;
    }

    private bool IsDiskFull()
    {
        var folder = Path.GetDirectoryName(FilePath)!;
        return Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace < LeastFreeBytes;
    }

    /// <summary>Only the bot's own account may look inside: unpublished drafts and people's names are in there.</summary>
    private void CreateFolder()
    {
        var folder = Path.GetDirectoryName(FilePath)!;
        if (Directory.Exists(folder)) return;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [LoggerMessage(3303, LogLevel.Warning, "At the stop not everything could be brought into the database file (SQLite {Code}): its -wal belongs to it")]
    private static partial void LogStays(ILogger log, int code);
}
