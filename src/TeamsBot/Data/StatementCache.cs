using System.Data;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace TeamsBot.Data;

/// <summary>
/// The compiled statements of one connection, by their text. SQLite compiles a text in about the time it takes to run it, and what turns
/// ask and write has the same few dozen texts. As its connection, it serves one caller at a time, and it ends with it.
/// </summary>
internal sealed class StatementCache
{
    /// <summary>The bot has some hundred different texts; some kilobytes each once compiled.</summary>
    public const int Capacity = 192;

    private static readonly ConditionalWeakTable<SqliteConnection, StatementCache> Caches = [];

    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);
    private readonly HashSet<int> seen = [];

    /// <summary>
    /// The statements of an open connection; closing it ends them, since opened again it may be another connection to SQLite.
    /// </summary>
    public static StatementCache Of(SqliteConnection connection) => Caches.GetValue(connection, static opened =>
    {
        var cache = new StatementCache();
        opened.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Closed) cache.statements.Clear();
        };
        return cache;
    });

    /// <summary>
    /// The statement of a constant text with the parameters <c>?1</c>, <c>?2</c>, …, filled with <paramref name="values"/>.
    /// </summary>
    public SqliteCommand Fill(string text, SqliteConnection connection, SqliteTransaction? transaction, ReadOnlySpan<object?> values)
    {
        if (!statements.TryGetValue(text, out var statement)) statements.Add(text, statement = new Statement(text, connection));
        statement.Fill(transaction, values);
        return statement;
    }

    /// <summary>
    /// A compiled command filled as <paramref name="asked"/>, or null where there is none to be had and the asked one has to run itself. A
    /// text is kept from the second time on: queries that name a list of values have a text of their own each time and would push out what
    /// each turn asks.
    /// </summary>
    public SqliteCommand? Take(SqliteCommand asked)
    {
        if (!statements.TryGetValue(asked.CommandText, out var statement))
        {
            if (!IsKnown(asked.CommandText)) return null;
            statements.Add(asked.CommandText, statement = new Statement(asked.CommandText, asked.Connection!));
        }

        // The same query inside itself, while its rows are still being read.
        if (statement.IsBeingRead) return null;
        statement.Fill(asked);
        return statement;
    }

    /// <summary>The result of this text was read: its values are let go, since a card may be large and the statement stays.</summary>
    public void Done(string text)
    {
        if (statements.TryGetValue(text, out var statement)) statement.Parameters.Clear();
    }

    private bool IsKnown(string text)
    {
        if (statements.Count >= Capacity) return false;
        if (seen.Count >= Capacity * 4) seen.Clear();
        return !seen.Add(string.GetHashCode(text, StringComparison.Ordinal));
    }

    private sealed class Statement(string text, SqliteConnection connection) : SqliteCommand(text, connection)
    {
        public bool IsBeingRead => DataReader is not null;

        public void Fill(SqliteCommand asked)
        {
            Transaction = asked.Transaction;
            CommandTimeout = asked.CommandTimeout;
            Parameters.Clear();
            foreach (SqliteParameter parameter in asked.Parameters) Parameters.Add(parameter);
        }

        public void Fill(SqliteTransaction? transaction, ReadOnlySpan<object?> values)
        {
            Transaction = transaction;
            while (Parameters.Count < values.Length)
                Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"?{Parameters.Count + 1}"), null));
            for (var at = 0; at < values.Length; at++) Parameters[at].Value = values[at] ?? DBNull.Value;
        }
    }
}
