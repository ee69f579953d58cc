using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace TeamsBot.Data;

/// <summary>
/// Looks at a file before anything is written to it: whether it is a database of this program or an earlier one, and whether all of its
/// pages can be read. Takes about as long as reading the file once.
/// </summary>
internal static class DatabaseInspection
{
    /// <exception cref="DatabaseUnavailableException">It is a newer program's, another program's, or damaged.</exception>
    /// <exception cref="SqliteException">It cannot be read.</exception>
    public static async Task LookAsync(BotDbContext db, string file, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(file, cancellationToken);
        await RefuseOthersAsync(db, connection, file, cancellationToken);
        if (await ReadAsync(connection, "PRAGMA quick_check(1)", cancellationToken) is not ["ok"])
            throw DatabaseUnavailableException.Damaged(file);
    }

    /// <summary>Whose file it is, for a command that only reads.</summary>
    /// <inheritdoc cref="LookAsync"/>
    public static async Task LookWhoseAsync(BotDbContext db, string file, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(file, cancellationToken);
        await RefuseOthersAsync(db, connection, file, cancellationToken);
    }

    private static async Task RefuseOthersAsync(
        BotDbContext db,
        SqliteConnection connection,
        string file,
        CancellationToken cancellationToken
    )
    {
        var tables = await ReadAsync(
            connection,
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'",
            cancellationToken
        );
        if (tables.Count == 0) return;
        var applied = tables.Contains("__EFMigrationsHistory")
            ? await ReadAsync(connection, "SELECT MigrationId FROM __EFMigrationsHistory", cancellationToken)
            : [];
        var ours = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        var isNewer = ours.All(applied.Contains);
        if (applied.Exists(migration => !ours.Contains(migration)))
            throw isNewer ? DatabaseUnavailableException.Newer(file) : DatabaseUnavailableException.Foreign(file);
        // Tables that no migration of ours has made: any database of any program.
        if (applied.Count == 0 && tables.Exists(table => table != "__EFMigrationsHistory" && table != "__EFMigrationsLock"))
            throw DatabaseUnavailableException.Foreign(file);
    }

    /// <summary>
    /// Not for reading only: a file left by a crash may have to be brought in order before it can be read. But nothing is asked of it that
    /// writes, and closing leaves its log where it is.
    /// </summary>
    private static async Task<SqliteConnection> OpenAsync(string file, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = file,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ConnectionString
        );
        await connection.OpenAsync(cancellationToken);
        SQLitePCL.raw.sqlite3_db_config(connection.Handle!, SQLitePCL.raw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, out _);
        await ReadAsync(connection, "PRAGMA query_only = ON", cancellationToken);
        return connection;
    }

#pragma warning disable CA2100 // The statements are written above.
    private static async Task<List<string>> ReadAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var values = new List<string>();
        while (await row.ReadAsync(cancellationToken)) values.Add(row.GetString(0));
        return values;
    }
#pragma warning restore CA2100
}
