using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace TeamsBot.Tests.Conversations;

/// <summary>Where the process is ended: around a commit, or around a call to the connector.</summary>
public enum Moment
{
    BeforeCommit,
    AfterCommit,

    /// <summary>The call never reaches the connector.</summary>
    BeforeSend,

    /// <summary>The connector carried it out; the answer never reaches the bot.</summary>
    AfterSend,
}

/// <summary>
/// Ends the process at the n-th of its moments: from then on nothing is committed and nothing leaves, which is all that a killed process
/// has in common with the world. Whatever still runs in its memory comes to nothing.
/// </summary>
internal sealed class Interruption(Moment? moment = null, int number = 0) : DbTransactionInterceptor
{
    private readonly TaskCompletionSource died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim committed = new(0);
    private readonly WrittenRows written = new();

    // Of the commit under way, which the thread that began it ends.
    private readonly ThreadLocal<bool> hasChanged = new();
    private int seen;
    private volatile bool isDead;

    public Task Died => died.Task;

    public bool IsDead => isDead;

    /// <summary>Waits for the next commit of anything, or the end.</summary>
    public async Task NextCommitAsync()
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(giveUp.Token);
        var waiting = committed.WaitAsync(either.Token);
        if (await Task.WhenAny(waiting, Died) == waiting) await waiting;
        else await either.CancelAsync();
    }

    /// <summary>Ends it here and now.</summary>
    public void End() => isDead = true;

    public DelegatingHandler Wire() => new Calls(this);

    public override InterceptionResult TransactionCommitting(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result
    )
    {
        Pass(Moment.BeforeCommit, HasChanged(transaction));
        return result;
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction,
        TransactionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    ) => ValueTask.FromResult(TransactionCommitting(transaction, eventData, result));

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        Pass(Moment.AfterCommit, hasChanged.Value);
        committed.Release();
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }

    /// <summary>A transaction that wrote nothing is no moment: nothing is different after it.</summary>
    private bool HasChanged(DbTransaction transaction) => hasChanged.Value = written.HasChanged(transaction);

    private void Pass(Moment here, bool counts = true)
    {
        if (counts && here == moment && Interlocked.Increment(ref seen) == number)
        {
            isDead = true;
            died.TrySetResult();
        }

        if (isDead) throw new ProcessEnded();
    }

    private sealed class Calls(Interruption interruption) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            interruption.Pass(Moment.BeforeSend);
            var answer = await base.SendAsync(request, cancellationToken);
            interruption.Pass(Moment.AfterSend);
            return answer;
        }
    }

    private sealed class ProcessEnded() : Exception("The process was ended here.");
}
