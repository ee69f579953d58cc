using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Turns;

/// <summary>
/// How many turns are worked on at once. Each holds a context, a connection and its statements, and where there are more than are kept for
/// reuse, they would be made anew each turn; the rest is for the outbox. A turn that waits for a file to arrive steps outside meanwhile:
/// files that never come hold up nobody's button.
/// </summary>
internal sealed class TurnRoom(AwaitedFiles awaited) : IDisposable
{
    /// <summary>Turns of one person that wait for files. Who sends more at once is told so at once.</summary>
    public const int MostOfOnePerson = 12;

    /// <summary>Such turns of all persons together.</summary>
    public const int MostOutside = 96;

    private const int Places = DataFeature.ContextsKept - 8;

    private readonly SemaphoreSlim room = new(Places, Places);
    private readonly Lock gate = new();
    private readonly Dictionary<PersonId, int> outside = [];
    private int all;

    public Task EnterAsync(CancellationToken cancellationToken) => room.WaitAsync(cancellationToken);

    public void Leave() => room.Release();

    /// <summary>
    /// Waits without holding a place. Only for a turn that is inside, and once at a time; it is inside again when this returns or throws.
    /// What it read before may have changed since: the commit notices, and the turn is run again.
    /// </summary>
    /// <param name="wait">Ends by a limit of its own.</param>
    /// <param name="tooMany">What there is where too many wait already.</param>
    public async Task<T> OutsideAsync<T>(ParsedTurn turn, Func<Task<T>> wait, Func<T> tooMany)
    {
        var person = turn.Actor!.Id;
        if (!Step(person)) return tooMany();
        room.Release();
        try
        {
            await awaited.NoteAsync(turn);
            return await wait();
        }
        finally
        {
            Return(person);
            // Not to be given up: whoever entered leaves, and a place given back twice would be one too many.
            await room.WaitAsync(CancellationToken.None);
        }
    }

    public void Dispose() => room.Dispose();

    private bool Step(PersonId person)
    {
        lock (gate)
        {
            var theirs = outside.GetValueOrDefault(person);
            if (theirs >= MostOfOnePerson || all >= MostOutside) return false;
            outside[person] = theirs + 1;
            all++;
            return true;
        }
    }

    private void Return(PersonId person)
    {
        lock (gate)
        {
            all--;
            if (outside[person] == 1) outside.Remove(person);
            else outside[person]--;
        }
    }
}
