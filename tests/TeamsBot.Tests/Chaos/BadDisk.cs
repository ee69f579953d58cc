using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Chaos;

/// <summary>The layer below the commits: says that the disk is full for as many commits as the play wants, and writes none of them.</summary>
internal sealed class BadDisk : DbTransactionInterceptor
{
    private const int SqliteFull = 13;

    private readonly WrittenRows written = new();
    private int left;
    private int refused;

    /// <summary>How many commits met the full disk so far.</summary>
    public int Refused => refused;

    public void FailNext(int commits) => Volatile.Write(ref left, commits);

    public void Mend() => FailNext(0);

    public override InterceptionResult TransactionCommitting(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result
    )
    {
        if (!written.HasChanged(transaction) || Interlocked.Decrement(ref left) < 0) return result;
        Interlocked.Increment(ref refused);
        throw new SqliteException("database or disk is full", SqliteFull);
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(TransactionCommitting(transaction, eventData, result));
}
