using System.Data.Common;

namespace TeamsBot.Data;

/// <summary>
/// The connections that stay open between two uses of their pooled contexts: closing one ends its compiled statements (<see cref="StatementCache"/>) and
/// its settings (<see cref="ConnectionSettings"/>), which cost more than most turns ask of the database. As many as contexts are kept.
/// </summary>
internal sealed class KeptConnections
{
    private readonly HashSet<DbConnection> kept = [];
    private bool isOver;

    /// <summary>Whether this connection stays open. The answer is the same each time until <see cref="End"/>.</summary>
    public bool Keeps(DbConnection connection)
    {
        lock (kept)
        {
            return !isOver && (kept.Contains(connection) || (kept.Count < DataFeature.ContextsKept && kept.Add(connection)));
        }
    }

    /// <summary>Closes all: contexts that lie in their pool when the program ends are not disposed by it.</summary>
    public void End()
    {
        lock (kept)
        {
            isOver = true;
            foreach (var connection in kept) connection.Dispose();
            kept.Clear();
        }
    }
}
