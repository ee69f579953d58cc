using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace TeamsBot.Tests.Conversations;

/// <summary>Tells transactions that wrote something from those that only read, by the connection's own count.</summary>
internal sealed class WrittenRows
{
    private readonly ConcurrentDictionary<SqliteConnection, int> changes = new();

    /// <summary>Asked once for each transaction, at its commit.</summary>
    public bool HasChanged(DbTransaction transaction)
    {
        var connection = (SqliteConnection)transaction.Connection!;
        var (before, now) = (changes.GetValueOrDefault(connection), SQLitePCL.raw.sqlite3_total_changes(connection.Handle!));
        changes[connection] = now;
        return now != before;
    }
}
