using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Protocol.Files;

/// <summary>So much of something at once by all, and less by one person: whose files hang waits for them alone.</summary>
/// <param name="all">Places in all.</param>
/// <param name="each">Places of one person.</param>
public sealed class FairRoom(int all, int each) : IDisposable
{
    private readonly SemaphoreSlim room = new(all, all);
    private readonly Lock gate = new();
    private readonly Dictionary<PersonId, Share> shares = [];

    /// <summary>Does the work when there is a place; waits for the person's own first, and holds none of all meanwhile.</summary>
    public async Task<T> InsideAsync<T>(PersonId person, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var share = Take(person);
        try
        {
            await share.Places.WaitAsync(cancellationToken);
            try
            {
                await room.WaitAsync(cancellationToken);
                try
                {
                    return await work();
                }
                finally
                {
                    room.Release();
                }
            }
            finally
            {
                share.Places.Release();
            }
        }
        finally
        {
            Give(person, share);
        }
    }

    public void Dispose() => room.Dispose();

    private Share Take(PersonId person)
    {
        lock (gate)
        {
            if (!shares.TryGetValue(person, out var share)) shares.Add(person, share = new Share(new SemaphoreSlim(each, each)));
            share.Users++;
            return share;
        }
    }

    /// <summary>Nothing is kept of who has nothing under way.</summary>
    private void Give(PersonId person, Share share)
    {
        lock (gate)
        {
            if (--share.Users > 0) return;
            shares.Remove(person);
            share.Places.Dispose();
        }
    }

    private sealed class Share(SemaphoreSlim places)
    {
        public SemaphoreSlim Places => places;

        public int Users { get; set; }
    }
}
