using System.Threading.Channels;

namespace TeamsBot.Data;

/// <summary>
/// Says that something was committed, so that whoever works on stored rows need not poll. Signals merge: one reader, who looks at the
/// database and not at the signal. Nothing is lost when a signal is: the rows are there and the reader also looks by itself now and then.
/// </summary>
internal sealed class CommitSignal
{
    private readonly Channel<bool> signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    public void Raise() => signals.Writer.TryWrite(true);

    /// <summary>Completes when something was committed since the last call returned.</summary>
    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await signals.Reader.ReadAsync(cancellationToken);
}
