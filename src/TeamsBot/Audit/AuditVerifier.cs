using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.Audit;

/// <summary>
/// Reads the whole chain and reports the first place where it is broken: changed, removed, moved, doubled, cut off at the end. A whole
/// chain is then compared with the tables: each row stands as its last entry says, each row has an entry, and what has entries is there.
/// </summary>
/// <remarks>
/// What it cannot notice by itself: somebody who may write the file and knows this program can recompute every hash behind a change, or cut
/// the tail and set the head back. Against that stands whatever keeps an end of the chain elsewhere: the log names it
/// (<see cref="AuditHeadNotice"/>), and <c>audit verify</c> prints it. Give such a kept place to <see cref="VerifyAsync"/> and the change
/// is found.
/// </remarks>
internal static class AuditVerifier
{
    /// <param name="kept">Places of the chain noted elsewhere, for example from the log: sequence and hash.</param>
    /// <param name="kinds">What to compare with the chain; null to look at the chain alone.</param>
    public static async Task<Verdict> VerifyAsync(
        BotDbContext db,
        IReadOnlyDictionary<long, string>? kept,
        CancellationToken cancellationToken,
        IReadOnlyList<AuditedKind>? kinds = null
    )
    {
        // One read transaction: what is written meanwhile neither helps nor disturbs.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(snapshot, cancellationToken);
        var (sequence, hash) = (0L, AuditEntry.Genesis);
        var states = new Dictionary<string, IReadOnlyDictionary<string, string?>?>(StringComparer.Ordinal);
        Dictionary<string, string?> rows = new(StringComparer.Ordinal);
        await foreach (
            var entry in db
                .AuditEntries.AsNoTracking()
                .OrderBy(entry => entry.Sequence)
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
        {
            if (entry.Sequence != sequence + 1) return new(sequence, hash, new Break(sequence + 1, BreakKind.Missing));
            if (entry.PreviousHash != hash) return new(sequence, hash, new Break(entry.Sequence, BreakKind.Unlinked));
            if (entry.ComputeHash() != entry.Hash) return new(sequence, hash, new Break(entry.Sequence, BreakKind.Changed));
            (sequence, hash) = (entry.Sequence, entry.Hash);
            if (kept?.GetValueOrDefault(sequence) is { } noted && !noted.Equals(hash, StringComparison.OrdinalIgnoreCase))
            {
                return new(sequence, hash, new Break(sequence, BreakKind.Rewritten));
            }

            if (kinds is not null) foreach (var (row, stands) in MemberOf(entry.Details, AuditedRows.Member) ?? []) rows[row] = stands;

            // A refused attempt may be about something that never came to be.
            if (
                !entry.Action.EndsWith(".refused", StringComparison.Ordinal)
                && kinds?.Any(kind => entry.Subject.StartsWith(kind.Prefix, StringComparison.Ordinal)) is true
            )
                states[entry.Subject] = MemberOf(entry.Details, RecordedState.Member) ?? states.GetValueOrDefault(entry.Subject);
        }

        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var expected = Math.Max(head?.Sequence ?? 0, kept?.Keys.DefaultIfEmpty().Max() ?? 0);
        if (expected > sequence) return new(sequence, hash, new Break(sequence + 1, BreakKind.CutOff));
        if ((head?.Sequence ?? 0) != sequence || (head?.Hash ?? AuditEntry.Genesis) != hash)
            return new(sequence, hash, new Break(sequence, BreakKind.HeadDiffers));
        var whole = new Verdict(sequence, hash, null);
        if (kinds is null) return whole;
        whole = await CompareAsync(db, whole, states, kinds, cancellationToken);
        return WithRows(whole, rows, await AuditedRows.ReadAsync(db, cancellationToken));
    }

    private static async Task<Verdict> CompareAsync(
        BotDbContext db,
        Verdict whole,
        Dictionary<string, IReadOnlyDictionary<string, string?>?> states,
        IReadOnlyList<AuditedKind> kinds,
        CancellationToken cancellationToken
    )
    {
        var (differences, uncompared) = (new List<Difference>(), 0);
        foreach (var kind in kinds)
        {
            await foreach (var row in kind.Rows(db, cancellationToken))
            {
                if (!states.Remove(row.Subject, out var recorded)) differences.Add(new(row.Subject, DifferenceKind.Unrecorded, []));
                else if (row.State is null) differences.Add(new(row.Subject, DifferenceKind.Unreadable, []));
                else if (recorded is null) uncompared++;
                else if (
                    recorded.Where(part => row.State.GetValueOrDefault(part.Key) != part.Value).Select(part => part.Key).ToList() is
                    { Count: > 0 } parts
                )
                    differences.Add(new(row.Subject, DifferenceKind.Differs, parts));
            }
        }

        differences.AddRange(
            states.Keys.Order(StringComparer.Ordinal).Select(subject => new Difference(subject, DifferenceKind.Missing, []))
        );
        return differences.Count == 0 && uncompared == 0 ? whole : whole with { Differences = differences, Uncompared = uncompared };
    }

    /// <summary>From the first entry that names rows on, all are in the chain; a chain without one is an earlier program's.</summary>
    private static Verdict WithRows(Verdict verdict, Dictionary<string, string?> recorded, Dictionary<string, string?> rows) =>
        recorded.Count == 0 && verdict.Sequence > 0
            ? verdict with { Uncompared = verdict.Uncompared + rows.Count }
            : verdict with { Differences = [.. verdict.Differences, .. AuditedRows.Compare(recorded, rows)] };

    /// <summary>Null where the entry carries none: what it records changed nothing, or an earlier program wrote it.</summary>
    private static Dictionary<string, string?>? MemberOf(string details, string name)
    {
        using var read = JsonDocument.Parse(details);
        return read.RootElement.ValueKind == JsonValueKind.Object && read.RootElement.TryGetProperty(name, out var member)
            ? member.EnumerateObject().ToDictionary(part => part.Name, part => part.Value.GetString())
            : null;
    }
}

/// <summary>How far the chain holds.</summary>
/// <param name="Sequence">The last good entry; 0 for none.</param>
/// <param name="Hash">Its hash: worth keeping elsewhere.</param>
/// <param name="Broken">The first broken place, or null where the chain is whole.</param>
internal sealed record Verdict(long Sequence, string Hash, Break? Broken)
{
    /// <summary>Where the tables say something else; empty where the chain is broken, because then it says nothing for certain.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Rows that were last changed by a program which recorded no states.</summary>
    public int Uncompared { get; init; }

    public bool IsWhole => Broken is null && Differences.Count == 0;
}

internal sealed record Break(long Sequence, BreakKind Kind);

internal enum BreakKind
{
    /// <summary>The entry is not there; later ones are.</summary>
    Missing,

    /// <summary>The entry does not follow the one before it: moved, inserted or replaced.</summary>
    Unlinked,

    /// <summary>The entry's contents do not give its hash.</summary>
    Changed,

    /// <summary>The chain is whole but is not the one that was noted elsewhere.</summary>
    Rewritten,

    /// <summary>The chain ends before the place where it is known to have ended.</summary>
    CutOff,

    /// <summary>The stored head names another end.</summary>
    HeadDiffers,
}
