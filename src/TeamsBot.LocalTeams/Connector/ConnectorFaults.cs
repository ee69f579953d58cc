using System.Net;

namespace TeamsBot.LocalTeams.Connector;

/// <summary>
/// What goes wrong at the connector: tests say for which calls, how often and how. Faults are tried in the order they were added;
/// one that is used up is forgotten. Safe to use while calls arrive.
/// </summary>
public sealed class ConnectorFaults
{
    private readonly Lock gate = new();
    private readonly List<Planned> plan = [];

    /// <summary>
    /// Lets the next <paramref name="times"/> matching calls fail. Null matches every conversation or operation; a chat's id matches its
    /// threads too.
    /// </summary>
    public void Add(ConnectorFault fault, string? conversationId = null, ConnectorOperation? operation = null, int times = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (gate) plan.Add(new(fault, conversationId, operation) { Left = times });
    }

    /// <summary>
    /// Lets every matching call fail until <see cref="Clear"/>: the connector is down for an hour, a person has blocked the bot.
    /// </summary>
    public void AddLasting(ConnectorFault fault, string? conversationId = null, ConnectorOperation? operation = null) =>
        Add(fault, conversationId, operation, int.MaxValue);

    /// <summary>Holds the next matching call until the test lets it go. Nothing is accepted before.</summary>
    public HeldCall Hold(string? conversationId = null, ConnectorOperation? operation = null)
    {
        var held = new HeldCall();
        Add(new ConnectorFault { Hold = held, Accepts = true }, conversationId, operation);
        return held;
    }

    /// <summary>
    /// Carries the next matching call out and holds only its answer: the sender's time limit runs out although the message is there.
    /// </summary>
    public HeldCall HoldAnswer(string? conversationId = null, ConnectorOperation? operation = null)
    {
        var held = new HeldCall();
        Add(new ConnectorFault { HoldAnswer = held, Accepts = true }, conversationId, operation);
        return held;
    }

    /// <summary>Everything works again.</summary>
    public void Clear()
    {
        lock (gate) plan.Clear();
    }

    internal ConnectorFault? Take(ConnectorOperation operation, string? conversationId)
    {
        lock (gate)
        {
            if (plan.Find(planned => planned.Matches(operation, conversationId)) is not { } found) return null;
            if (found.Left != int.MaxValue && --found.Left == 0) plan.Remove(found);
            return found.Fault;
        }
    }

    private sealed record Planned(ConnectorFault Fault, string? ConversationId, ConnectorOperation? Operation)
    {
        public int Left { get; set; }

        public bool Matches(ConnectorOperation operation, string? conversationId) =>
            (Operation is null || Operation == operation)
            && (
                ConversationId is null
                || ConversationId == conversationId
                || Chats.ConversationId.Parse(conversationId ?? "").ChatId == ConversationId
            );
    }
}

/// <summary>One way to fail. The named ones are the rows of protocol.md 2.5.</summary>
public sealed record ConnectorFault
{
    /// <summary>The status answered, or null to leave the true answer alone.</summary>
    public int? Status { get; init; }

    public string? Code { get; init; }

    /// <summary>Written in the second shape of protocol.md 2.5, <c>{ errorCode, message: "{ subCode }" }</c>.</summary>
    public string? SubCode { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// The operation is carried out all the same; only its answer is lost or wrong. That is the ambiguous case of protocol.md 2.7.
    /// </summary>
    public bool Accepts { get; init; }

    /// <summary>The connection ends without an answer.</summary>
    public bool Drops { get; init; }

    /// <summary>Waits by the host's clock before anything else; with a fake clock no real time passes.</summary>
    public TimeSpan Delay { get; init; }

    internal HeldCall? Hold { get; init; }

    internal HeldCall? HoldAnswer { get; init; }

    public static ConnectorFault NotInRoster { get; } = new() { Status = 403, Code = "BotNotInConversationRoster" };

    /// <summary>The person blocked or removed the bot.</summary>
    public static ConnectorFault Blocked { get; } = new() { Status = 403, SubCode = "MessageWritesBlocked" };

    public static ConnectorFault NoConversation { get; } = new() { Status = 404, Code = "ConversationNotFound" };

    public static ConnectorFault NoActivity { get; } = new() { Status = 404, Code = "ActivityNotFoundInConversation" };

    public static ConnectorFault ConcurrentWrite { get; } = new() { Status = 412, Code = "PreconditionFailed" };

    public static ConnectorFault TooBig { get; } = new() { Status = 413, Code = "MessageSizeTooBig" };

    public static ConnectorFault ServiceError { get; } = new() { Status = 500, Code = "ServiceError" };

    public static ConnectorFault Unauthorized { get; } = new() { Status = (int)HttpStatusCode.Unauthorized };

    /// <summary>Nobody is there: the connection ends and nothing was delivered.</summary>
    public static ConnectorFault Down { get; } = new() { Drops = true };

    /// <summary>The message is delivered and the answer never arrives.</summary>
    public static ConnectorFault LostAnswer { get; } = new() { Accepts = true, Drops = true };

    public static ConnectorFault Throttled(TimeSpan? retryAfter) => new() { Status = 429, Code = "Throttled", RetryAfter = retryAfter };

    /// <summary>
    /// 502, 503 or 504 with an empty body; <paramref name="accepts"/> says whether the message was delivered all the same.
    /// </summary>
    public static ConnectorFault Gateway(int status, bool accepts = false) => new() { Status = status, Accepts = accepts };
}

/// <summary>A call that waits at the connector for the test.</summary>
public sealed class HeldCall
{
    private readonly TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the call is here.</summary>
    public Task Arrived => arrived.Task;

    /// <summary>Lets the call go on.</summary>
    public void Release() => released.TrySetResult();

    internal Task WaitAsync(CancellationToken cancellationToken)
    {
        arrived.TrySetResult();
        return released.Task.WaitAsync(cancellationToken);
    }
}
