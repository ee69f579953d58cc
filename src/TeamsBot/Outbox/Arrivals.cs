using System.Collections.Concurrent;
using TeamsBot.Conversations;
using TeamsBot.Data;

namespace TeamsBot.Outbox;

/// <summary>
/// From where something has just arrived. What waits for that address is tried at once, whatever it waited for: the person is there, and so
/// is the way to them. Safe to use from all turns; the dispatcher takes.
/// </summary>
internal sealed class Arrivals(CommitSignal signal)
{
    private readonly ConcurrentDictionary<Address, bool> heard = new();

    public void Heard(Address from)
    {
        heard[from] = true;
        signal.Raise();
    }

    /// <summary>All since the last time.</summary>
    public List<Address> Take()
    {
        if (heard.IsEmpty) return [];
        var taken = new List<Address>();
        foreach (var (address, _) in heard)
        {
            if (heard.TryRemove(address, out _)) taken.Add(address);
        }

        return taken;
    }
}
