using TeamsBot.LocalTeams.Connector;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Chaos;

/// <summary>What goes wrong next, by the play's dice.</summary>
internal sealed class Faults(ChaosWorld world, Random random)
{
    private static readonly ConnectorFault[] OfConnector =
    [
        ConnectorFault.Gateway(502),
        ConnectorFault.Gateway(502, accepts: true),
        ConnectorFault.Gateway(504, accepts: true),
        ConnectorFault.ServiceError,
        ConnectorFault.Throttled(TimeSpan.FromSeconds(20)),
        ConnectorFault.Unauthorized,
        ConnectorFault.Down,
        ConnectorFault.LostAnswer,
        ConnectorFault.ConcurrentWrite,
    ];

    private static readonly TimeSpan[] Jumps =
    [
        TimeSpan.FromHours(2), TimeSpan.FromHours(-2), TimeSpan.FromDays(40), TimeSpan.FromDays(-3), TimeSpan.FromMinutes(-7),
    ];

    private readonly List<HeldCall> held = [];
    private TimeSpan set;

    public async Task NextAsync()
    {
        switch (random.Next(10))
        {
            case < 6:
                Stumble();
                break;
            case 6:
                world.Disk.FailNext(random.Next(1, 5));
                break;
            case 7:
                SetClock();
                break;
            case 8:
                await world.KillAsync(Ending());
                break;
            default:
                world.Employ((Reviewers)random.Next(3));
                await world.KillAsync(Ending());
                break;
        }
    }

    /// <summary>A life that ends by itself at some commit or send, or never.</summary>
    public Interruption Ending() => new((Moment)random.Next(4), random.Next(3, 60));

    /// <summary>Calls that hang are carried out after all, or find nobody any more.</summary>
    public void Release()
    {
        foreach (var call in held) call.Release();
        held.Clear();
    }

    /// <summary>Everything works, and the clock is put right.</summary>
    public void Cease()
    {
        world.Connector.Clear();
        Release();
        world.Disk.Mend();
        world.Time.Jump(-set);
        set = TimeSpan.Zero;
    }

    private void Stumble()
    {
        var conversation = random.Next(2) == 0 ? null : world.People[random.Next(world.People.Count)].Chat.Id;
        if (random.Next(6) == 0) held.Add(random.Next(2) == 0 ? world.Connector.Hold(conversation) : world.Connector.HoldAnswer(conversation));
        else if (random.Next(8) == 0) world.Connector.AddLasting(OfConnector[random.Next(OfConnector.Length)], conversation);
        else world.Connector.Add(OfConnector[random.Next(OfConnector.Length)], conversation, times: random.Next(1, 4));
    }

    private void SetClock()
    {
        var by = set == TimeSpan.Zero ? Jumps[random.Next(Jumps.Length)] : -set;
        world.Time.Jump(by);
        set += by;
    }
}
