using TeamsBot.Conversations;

namespace TeamsBot.Outbox;

/// <summary>
/// Who is there: people from whom something arrived within the hour are at work, whatever the clock says, and a message to one who has just
/// written is worth a try although the connector seems to be down. One caller at a time.
/// </summary>
internal sealed class Presence
{
    private static readonly TimeSpan AtWorkFor = TimeSpan.FromHours(1);
    private const int ManyPeople = 1_000;
    private readonly Dictionary<Address, DateTimeOffset> heardAt = [];
    private readonly HashSet<Address> worthATry = [];

    public void Heard(Address address, DateTimeOffset now)
    {
        if (heardAt.Count >= ManyPeople)
            foreach (var gone in heardAt.Where(known => now - known.Value > AtWorkFor).Select(known => known.Key).ToList())
                heardAt.Remove(gone);
        heardAt[address] = now;
        worthATry.Add(address);
    }

    /// <summary>The clock was set.</summary>
    public void Move(TimeSpan by)
    {
        foreach (var address in heardAt.Keys.ToList()) heardAt[address] += by;
    }

    public bool IsAtWork(Address address, DateTimeOffset now) => heardAt.TryGetValue(address, out var at) && now - at <= AtWorkFor;

    /// <summary>Once for each time something arrived.</summary>
    public bool TakeTry(Address address) => worthATry.Remove(address);
}
