using Microsoft.Data.Sqlite;
using TeamsBot.Data;

namespace TeamsBot.Audit;

/// <summary>
/// Something whose every change leaves an entry with the state it leads to; offered by its feature, compared by
/// <see cref="AuditVerifier"/>.
/// </summary>
/// <param name="Prefix">How its subjects begin in the chain, for example <c>draft:</c>.</param>
/// <param name="Rows">All that the tables hold now.</param>
internal sealed record AuditedKind(string Prefix, Func<BotDbContext, CancellationToken, IAsyncEnumerable<AuditedRow>> Rows)
{
    private const int AtOnce = 100;

    /// <summary>Reads many at once; where one of them cannot be read, each of those apart.</summary>
    public static async IAsyncEnumerable<AuditedRow> ReadAsync<TKey, T>(
        IReadOnlyList<TKey> keys, Func<List<TKey>, Task<List<T>>> load, Func<TKey, string> subject, Func<T, AuditedRow> row)
    {
        foreach (var some in keys.Chunk(AtOnce).Select(chunk => chunk.ToList()))
        {
            if (await TryAsync(some, load) is { } all)
            {
                foreach (var one in all) yield return row(one);
                continue;
            }

            foreach (var key in some)
            {
                if (await TryAsync([key], load) is not { } read) yield return new AuditedRow(subject(key), null);
                else foreach (var one in read) yield return row(one);
            }
        }
    }

    private static async Task<List<T>?> TryAsync<TKey, T>(List<TKey> keys, Func<List<TKey>, Task<List<T>>> load)
    {
        try
        {
            return await load(keys);
        }
        catch (Exception problem) when (problem is not (SqliteException or OperationCanceledException))
        {
            // A value that this program would never have written: a status that does not exist, JSON that is none.
            return null;
        }
    }
}

/// <param name="State">By the name of each part; null where the row cannot be read.</param>
internal sealed record AuditedRow(string Subject, IReadOnlyDictionary<string, string>? State);

/// <summary>Where the tables say something else than the chain.</summary>
/// <param name="Parts">The names of the parts that differ; empty where the whole row is meant.</param>
internal sealed record Difference(string Subject, DifferenceKind Kind, IReadOnlyList<string> Parts);

internal enum DifferenceKind
{
    /// <summary>The row stands otherwise than its last entry says.</summary>
    Differs,

    /// <summary>The row is there and no entry speaks of it.</summary>
    Unrecorded,

    /// <summary>Entries speak of a row that is not there.</summary>
    Missing,

    /// <summary>The row holds what the program never wrote.</summary>
    Unreadable,
}
