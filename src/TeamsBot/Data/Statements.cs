using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace TeamsBot.Data;

/// <summary>
/// Constant SQL on a context's own connection, inside its transaction where it has one. For the few statements of each turn and each
/// delivery, which cost a fraction of what EF Core needs to arrive at the same text; everything else goes through EF Core.
/// </summary>
internal static class Statements
{
    extension(BotDbContext db)
    {
        /// <summary>Runs a statement with the parameters <c>?1</c>, <c>?2</c>, … and returns how many rows it changed.</summary>
        /// <exception cref="DbUpdateException">A rule of the database was broken, or it cannot be written; said as EF Core says it of a
        /// tracked row.</exception>
        public int Execute(string sql, params ReadOnlySpan<object?> values)
        {
            try
            {
                return db.Prepare(sql, values).ExecuteNonQuery();
            }
            catch (SqliteException problem)
            {
                throw new DbUpdateException("A row could not be written.", problem);
            }
        }

        /// <summary>Runs a query; dispose the result before the same text is asked again.</summary>
        /// <exception cref="SqliteException">As SQLite says.</exception>
        public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> values) => db.Prepare(sql, values).ExecuteReader();

        private SqliteCommand Prepare(string sql, ReadOnlySpan<object?> values)
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            // Also an open one is taken into use, until the context goes back.
            if (db.Database.CurrentTransaction is null) db.Database.OpenConnection();
            return StatementCache
                .Of(connection)
                .Fill(sql, connection, (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction(), values);
        }
    }
}
