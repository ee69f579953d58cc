using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace TeamsBot.Data;

/// <summary>
/// The database file for as long as the bot runs: no second bot serves from it (two dispatchers would send twice), and the last connection
/// ends here, so that everything stands in the one file afterwards. Made before the first context and therefore disposed after the last.
/// </summary>
internal sealed partial class HeldFile(
    IOptions<DataOptions> options,
    IHostEnvironment environment,
    DatabaseWatch watch,
    KeptConnections kept,
    ILogger<HeldFile> log
) : IDisposable
{
    private const int Busy = 5;
    private FileHold? held;
    private SqliteConnection? last;

    public string Path { get; } = options.Value.FileIn(environment);

    /// <summary>Takes the file for this process; again is nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">Another bot has it.</exception>
    public void Hold() => held ??= FileHold.Of(Path);

    /// <summary>
    /// Opens a connection from the first to the last: without it SQLite would remove its log whenever nobody is connected, and make it
    /// anew.
    /// </summary>
    public async Task StayAsync(CancellationToken cancellationToken)
    {
        if (last is not null) return;
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ConnectionString
        );
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        // The log is opened by the first read.
        command.CommandText = "SELECT count(*) FROM sqlite_master";
        await command.ExecuteScalarAsync(cancellationToken);
        last = connection;
    }

    /// <summary>
    /// Brings everything into the one file, so that it alone is the database while the bot stands still; SQLite then removes its log. Where
    /// that fails, nothing is lost: the log stays, and belongs to the file.
    /// </summary>
    public void Dispose()
    {
        watch.End();
        kept.End();
        if (last is not null)
        {
            // By its name: what contexts are made of is disposed already.
            using (
                var pool = new SqliteConnection(
                    DataFeature.ConnectionString(Path, options.Value.BusyTimeoutSeconds, SqliteOpenMode.ReadWrite)
                )
            )
                SqliteConnection.ClearPool(pool);
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

    [LoggerMessage(
        3303,
        LogLevel.Warning,
        "At the stop not everything could be brought into the database file (SQLite {Code}): its -wal belongs to it"
    )]
    private static partial void LogStays(ILogger log, int code);
}
