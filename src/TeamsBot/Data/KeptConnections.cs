using System.Data.Common;

namespace TeamsBot.Data;

/// <summary>
/// The connections that stay open between two uses of their pooled contexts: closing one ends its compiled statements
/// (<see cref="StatementCache"/>) and its settings (<see cref="ConnectionSettings"/>), which cost more than most turns ask of the database.
/// As many as contexts are kept. Safe to use from all turns.
/// </summary>
internal sealed class KeptConnections
{
    private readonly Lock gate = new();
    private readonly HashSet<DbConnection> kept = [];
    private readonly HashSet<DbConnection> resting = [];
    private bool isOver;

    /// <summary>Its context does without it for now. Returns whether it stays open; else the caller closes it.</summary>
    public bool Rest(DbConnection connection)
    {
        lock (gate)
        {
            if (isOver || (!kept.Contains(connection) && kept.Count >= DataFeature.ContextsKept)) return false;
            kept.Add(connection);
            resting.Add(connection);
            return true;
        }
    }

    public void Use(DbConnection connection)
    {
        lock (gate) resting.Remove(connection);
    }

    /// <summary>
    /// Closes those at rest, since contexts that lie in their pool when the program ends are not disposed by it. One that is still at work
    /// is closed when it would rest: never under the hands of whoever uses it.
    /// </summary>
    public void End()
    {
        lock (gate)
        {
            isOver = true;
            foreach (var connection in resting) connection.Dispose();
            resting.Clear();
        }
    }
}
