namespace TeamsBot.Data;

/// <summary>
/// SQLite has one writer at a time. Writers of this process queue here, in order and without polling, instead of meeting in the database's
/// busy handler, which sleeps and may starve. What is read inside the gate stays true until it is left, as far as this process is
/// concerned; another process (a backup, the command line) still waits for, and is waited for by, the busy time-out.
/// </summary>
/// <param name="watch">Null in tests without a file that could go.</param>
internal sealed class WriteGate(DatabaseWatch? watch = null) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    // Of those who queue, only the first stands at the door.
    private readonly SemaphoreSlim line = new(1, 1);

    /// <summary>
    /// What was written inside the gate is in the files under the database's names. Ask before anybody is told that it is recorded.
    /// </summary>
    /// <exception cref="DatabaseMissingException">It is not: it went into a file that will be gone.</exception>
    public void MakeSure() => watch?.MakeSure();

    /// <summary>Waits for the turn to write. Dispose the result to let the next one in.</summary>
    /// <exception cref="DatabaseMissingException">There is nothing to write to.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        MakeSure();
        await line.WaitAsync(cancellationToken);
        try
        {
            await one.WaitAsync(cancellationToken);
        }
        finally
        {
            line.Release();
        }

        return new Leaving(one);
    }

    /// <summary>
    /// Past the queue, after one writer at most besides the present one. For the outbox, which writes for many messages at once and keeps a
    /// pace; in the queue each message of one person would wait twice for everybody's turns.
    /// </summary>
    public async ValueTask<IDisposable> EnterFirstAsync(CancellationToken cancellationToken)
    {
        MakeSure();
        await one.WaitAsync(cancellationToken);
        return new Leaving(one);
    }

    public void Dispose()
    {
        line.Dispose();
        one.Dispose();
    }

    private sealed class Leaving(SemaphoreSlim one) : IDisposable
    {
        private SemaphoreSlim? held = one;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
