using Microsoft.Extensions.Logging.Abstractions;
using TeamsBot.Audit;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Tests.Outbox;

/// <summary>
/// The outbox with a real database, a fake wire and a clock that the test moves. Rounds are driven by the test, one after another, so that
/// what happens when is exact; <c>OutboxDispatcherTests</c> covers the loop itself.
/// </summary>
internal sealed class OutboxBench : IDisposable
{
    public const string Tenant = "tenant-1";
    public const string ServiceUrl = "https://smba.trafficmanager.net/teams/";
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(1);
    private readonly List<OutboxAttempt> ended = [];
    private OutboxRound round;
    private Arrivals? arrivals;

    public OutboxBench()
    {
        Connector = ConnectorClient.Over(Wire, Time, NullLogger<ConnectorClient>.Instance);
        round = NewRound();
    }

    public TempDatabase Database { get; } = new();

    public FakeTime Time { get; } = new();

    public FakeConnector Wire { get; } = new();

    public ConnectorClient Connector { get; }

    public WriteGate Gate { get; } = new();

    public CommitSignal Signal { get; } = new();

    public Arrivals Arrivals => arrivals ??= new Arrivals(Signal);

    public LateHours? Hours { get; set; }

    public WaitingList? List { get; set; }

    /// <summary>
    /// Called after each step in which a process may die: a commit of the dispatcher, and a send before its result is noted. May throw.
    /// </summary>
    public Action AfterStep { get; set; } = () => { };

    /// <summary>Everything that went out, in order, as <c>POST a:sato hello</c>.</summary>
    public IEnumerable<string> Sent => Wire.Calls.Select(call => call.ToString());

    public static Address Person(string name) => Address.Person(Tenant, $"oid-{name}");

    public void Dispose()
    {
        Gate.Dispose();
        Database.Dispose();
    }

    public OutboxRound NewRound() => new(Database, Gate, new SendThrottle(Time), new ConnectorHealth(), Time, Arrivals, Hours, List);

    /// <summary>Something was said in the turn of somebody else: committed, not yet sent.</summary>
    public async Task CommitAsync(Action<OutboxWriter> say)
    {
        using var db = Database.CreateDbContext();
        say(new OutboxWriter(db, Time));
        await new CommitGate(Gate, Signal, TimeProvider.System).SaveAsync(db, default);
    }

    /// <summary>The person writes to the bot in their personal chat.</summary>
    public Task WritesAsync(string person) => ReceiveAsync(Inbound(person));

    public async Task ReceiveAsync(ParsedTurn turn)
    {
        using var db = Database.CreateDbContext();
        await RememberConversation.FromAsync(db, turn, Time.GetUtcNow(), default);
        await new CommitGate(Gate, Signal, TimeProvider.System).SaveAsync(db, default);
    }

    public static ParsedTurn Inbound(
        string person,
        string type = ActivityTypes.Message,
        string? action = null,
        string? conversationId = null,
        string kind = ConversationTypes.Personal
    ) =>
        new()
        {
            Activity = new Activity
            {
                Type = type,
                Action = action,
                Conversation = new ConversationAccount { Id = conversationId ?? $"a:{person}", ConversationType = kind },
            },
            Actor = new Actor(Tenant, $"oid-{person}", $"29:{person}", person),
            Conversation = new ConversationReference(ServiceUrl, conversationId ?? $"a:{person}", Tenant, "28:bot"),
        };

    /// <summary>Rounds and sends until nothing more happens at this time.</summary>
    public async Task PumpAsync()
    {
        while (true)
        {
            var begun = await round.RunAsync(ended, 64, default);
            ended.Clear();
            AfterStep();
            foreach (var place in round.ToAsk.ToList())
                round.Asked(place.ServiceUrl, (await Connector.GetMemberAsync(place, place.BotId, default)).Failure);
            foreach (var attempt in begun) await SendAsync(attempt);
            if (ended.Count == 0 && !round.HasMore && !(round.NextWake <= Time.GetUtcNow())) return;
        }
    }

    /// <summary>Lets time pass, with everything that becomes due on the way.</summary>
    public async Task PassAsync(TimeSpan by)
    {
        var until = Time.GetUtcNow() + by;
        await PumpAsync();
        while (round.NextWake is { } next && next <= until)
        {
            var now = Time.GetUtcNow();
            Time.Advance(next > now ? next - now : Step);
            await PumpAsync();
        }

        if (until > Time.GetUtcNow()) Time.Advance(until - Time.GetUtcNow());
        await PumpAsync();
    }

    /// <summary>Attempts begin, and are handed to the wire or not; then the process dies before it notes any result.</summary>
    public async Task DieSendingAsync(bool delivered)
    {
        var begun = await round.RunAsync(ended, 64, default);
        if (delivered) await Task.WhenAll(begun.Select(attempt => attempt.SendAsync(Connector, Time, 0.5, default)));
        Restart();
    }

    /// <summary>A new process on the same database.</summary>
    public void Restart()
    {
        ended.Clear();
        round = NewRound();
    }

    public async Task<IReadOnlyList<OutboxStatus>> StatusesAsync() => [.. (await MessagesAsync()).Select(message => message.Status)];

    public Task<IReadOnlyList<OutboxMessage>> MessagesAsync()
    {
        using var db = Database.CreateDbContext();
        return Task.FromResult<IReadOnlyList<OutboxMessage>>([.. db.OutboxMessages.OrderBy(message => message.Id)]);
    }

    private async Task SendAsync(OutboxAttempt attempt)
    {
        await attempt.SendAsync(Connector, Time, 0.5, default);
        AfterStep();
        ended.Add(attempt);
    }
}
