using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.Audit;

/// <summary>
/// The only way a turn saves. One at a time: links the new audit entries to the chain, commits everything of the turn at once, and then
/// wakes the outbox. After a failure nothing of the turn is stored and its context must be thrown away.
/// </summary>
internal sealed class CommitGate(WriteGate gate, CommitSignal committed)
{
    private const int Tries = 3;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    // The end of the chain as last committed, tracked by no context between saves; only touched inside the gate. Null: read it first.
    private AuditHead? head;

    /// <summary>Commits what <paramref name="db"/> tracks.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed an entity since it was read: run the turn again from a fresh
    /// scope.</exception>
    /// <exception cref="DatabaseMissingException">The file was deleted under the bot: nothing may be said to be done.</exception>
    /// <exception cref="DbUpdateException">
    /// A rule of the database was broken, for example an inbox key was there already: <see cref="IsDuplicate"/> tells.
    /// </exception>
    public async Task SaveAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        // Looked for once, here: everything after knows what it changes. Comparing each tracked entity is a good part of a turn's cost.
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            using (await gate.EnterAsync(cancellationToken))
            {
                for (var tries = 1; !await TrySaveAsync(db, mayRetry: tries < Tries, cancellationToken); tries++)
                {
                }

                gate.MakeSure();
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }

        committed.Raise();
    }

    /// <summary>Whether a save failed because a row with such a key is there already, for example because an activity came twice.</summary>
    public static bool IsDuplicate(DbUpdateException problem)
        => problem.InnerException is SqliteException { SqliteExtendedErrorCode: SqliteConstraintPrimaryKey or SqliteConstraintUnique };

    private async Task<bool> TrySaveAsync(BotDbContext db, bool mayRetry, CancellationToken cancellationToken)
    {
        var end = await LinkAsync(db, cancellationToken);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            if (end is not null) head = end;
            return true;
        }
        catch (DbUpdateException conflict) when (mayRetry && IsAboutTheChain(conflict))
        {
            // Another process (the command line) has extended the chain in between: link again behind its entry.
            return false;
        }
        finally
        {
            if (end is not null)
            {
                db.Entry(end).State = EntityState.Detached;
            }
        }
    }

    /// <summary>
    /// Gives the new entries their places. Returns the chain's new end, tracked by <paramref name="db"/>, or null where there is no new
    /// entry.
    /// </summary>
    private async Task<AuditHead?> LinkAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        // By the temporary key, which counts up in the order of adding.
        var entries = db.ChangeTracker.Entries<AuditEntry>()
            .Where(entry => entry.State == EntityState.Added)
            .OrderBy(entry => entry.Property(audit => audit.Id).CurrentValue)
            .Select(entry => entry.Entity)
            .ToList();
        if (entries.Count == 0) return null;
        var end = head;
        head = null;
        if (end is not null) db.Attach(end);
        else end = await db.AuditHeads.SingleOrDefaultAsync(cancellationToken) ?? db.AuditHeads.Add(new AuditHead()).Entity;
        foreach (var entry in entries)
        {
            entry.LinkTo(end.Sequence, end.Hash);
            end.MoveTo(entry);
        }

        db.Entry(end).DetectChanges();
        return end;
    }

    private static bool IsAboutTheChain(DbUpdateException conflict)
        => conflict.Entries.Count > 0 && conflict.Entries.All(entry => entry.Entity is AuditEntry or AuditHead);
}
