using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeamsBot.Data;

/// <summary>
/// Runs what EF Core asks for with statements that SQLite has compiled before. EF Core makes a command anew for each query and each row it
/// writes, and this SQLite provider forgets a statement together with its command. Nothing about what is asked or written changes: text,
/// parameters and transaction are those of the command that EF Core made.
/// </summary>
/// <remarks>A statement lives as long as its connection, and a connection as long as its pooled context.</remarks>
internal sealed class PreparedStatements : DbCommandInterceptor
{
    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result
    ) => Read(command, result);

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(command, result));
    }

    public override InterceptionResult DataReaderDisposing(
        DbCommand command,
        DataReaderDisposingEventData eventData,
        InterceptionResult result
    )
    {
        if (command is SqliteCommand { Connection: { } connection } done) StatementCache.Of(connection).Done(done.CommandText);
        return result;
    }

    private static InterceptionResult<DbDataReader> Read(DbCommand command, InterceptionResult<DbDataReader> result)
    {
        if (result.HasResult || command is not SqliteCommand { Connection: { } connection } asked) return result;
        return StatementCache.Of(connection).Take(asked) is { } prepared
            ? InterceptionResult<DbDataReader>.SuppressWithResult(prepared.ExecuteReader())
            : result;
    }
}
