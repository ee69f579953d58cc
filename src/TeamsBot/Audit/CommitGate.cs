using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.Audit;

/// <summary>
/// The only way a turn saves. One at a time: links the new audit entries to the chain, commits everything of the turn at once, and then
/// wakes the outbox. After a failure nothing of the turn is stored and its context must be thrown away.
/// </summary>
internal sealed class CommitGate(WriteGate gate, CommitSignal committed, TimeProvider time)
{
    private const int Tries = 3;

    /// <summary>Rows an entry when many are taken over, so that no entry becomes huge.</summary>
    private const int RowsAtOnce = 200;
    private const int SqliteConstraintPrimaryKey = 1555;
    private const int SqliteConstraintUnique = 2067;

    // The end of the chain as last committed, tracked by no context between saves; only touched inside the gate. Null: read it first.
    private AuditHead? head;

    // Whether the chain is known to hold how audited rows stand; only touched inside the gate.
    private bool hasRows;

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
                var notesRows = await NoteRowsAsync(db, cancellationToken);
                for (var tries = 1; !await TrySaveAsync(db, mayRetry: tries < Tries, cancellationToken); tries++)
                {
                }

                hasRows |= notesRows;
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

    /// <summary>
    /// What the turn does to audited rows goes into its last entry, or into one of its own where it wrote none. Before the first time, how
    /// all of them stand: rows that an earlier program wrote are taken over.
    /// </summary>
    /// <returns>Whether there were any.</returns>
    private async Task<bool> NoteRowsAsync(BotDbContext db, CancellationToken cancellationToken)
    {
        var rows = AuditedRows.ChangedIn(db);
        if (rows.Count == 0) return false;
        if (!hasRows && !await AuditedRows.AreRecordedAsync(db, cancellationToken))
        {
            foreach (var some in (await AuditedRows.ReadAsync(db, cancellationToken)).Chunk(RowsAtOnce)) Note("records.begin", some);
        }

        var last = Added(db).LastOrDefault();
        if (last is null or { Subject: AuditedRows.Subject }) Note("records.change", rows);
        else last.Holding(rows);
        return true;

        void Note(string action, IEnumerable<KeyValuePair<string, string?>> noted) => db.AuditEntries.Add(
            AuditEntry.Of(time.GetUtcNow(), null, action, AuditedRows.Subject, CanonicalJson.Of(null)).Holding(noted.ToDictionary()));
    }

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
        var entries = Added(db);
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

    /// <summary>The turn's new entries, by the temporary key, which counts up in the order of adding.</summary>
    private static List<AuditEntry> Added(BotDbContext db) =>
    [
        .. db.ChangeTracker.Entries<AuditEntry>()
            .Where(entry => entry.State == EntityState.Added)
            .OrderBy(entry => entry.Property(audit => audit.Id).CurrentValue)
            .Select(entry => entry.Entity),
    ];

    private static bool IsAboutTheChain(DbUpdateException conflict)
        => conflict.Entries.Count > 0 && conflict.Entries.All(entry => entry.Entity is AuditEntry or AuditHead);
}
