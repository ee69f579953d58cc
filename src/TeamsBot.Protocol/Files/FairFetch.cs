using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Protocol.Files;

/// <summary>
/// Fetches files that people sent, so many at once in all and fewer of one person: whose files are slow waits for them alone.
/// </summary>
public sealed class FairFetch(FileClient files, TimeProvider time) : IDisposable
{
    /// <summary>Files on their way at once.</summary>
    public const int AtOnce = 6;

    public const int AtOnceOfOnePerson = 2;

    private readonly FairRoom room = new(AtOnce, AtOnceOfOnePerson);

    /// <summary>The file's bytes, or why not.</summary>
    /// <param name="limit">Waiting for a place and fetching share it: a crowd must not make somebody's turn fail.</param>
    /// <inheritdoc cref="FileClient.FetchAsync"/>
    public async Task<FetchedFile> FetchAsync(
        PersonId person,
        SharedFile file,
        string serviceUrl,
        int maxBytes,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        using var late = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await room.InsideAsync(
                person,
                () => files.FetchAsync(file, serviceUrl, maxBytes, limit, either.Token),
                either.Token
            );
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new FetchedFile(null, FileTrouble.TooSlow);
        }
    }

    public void Dispose() => room.Dispose();
}
