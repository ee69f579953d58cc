namespace TeamsBot.Protocol.Outbound;

/// <summary>What a connector operation came to. A failure is a value: the outbox decides what follows from it (protocol.md 2.5).</summary>
/// <param name="Id">The message's or conversation's id; Teams may accept a message and give none.</param>
public sealed record ConnectorResult(string? Id, ConnectorFailure? Failure = null)
{
    public bool IsOk => Failure is null;
}

/// <summary>The same for an operation that answers with more than an id.</summary>
public sealed record ConnectorResult<T>(T? Value, ConnectorFailure? Failure = null)
    where T : class
{
    public bool IsOk => Failure is null;
}

/// <summary>Why an operation did not succeed.</summary>
/// <param name="Status">The HTTP status, or null where no answer came.</param>
/// <param name="Code">The connector's error code or sub-code; never its message, which may quote ours.</param>
/// <param name="RetryAfter">How long the connector asked to wait.</param>
public sealed record ConnectorFailure(int? Status, string? Code, Reaction Reaction, TimeSpan? RetryAfter = null);

/// <summary>What to do about a failure, the last column of protocol.md 2.5.</summary>
public enum Reaction
{
    /// <summary>
    /// An outage, or too much at once; try again after the wait: redirects, 401, 403 and 400 without a known code, 408, 409, 412, 429, 500,
    /// 503, no connection, no token; and 502, 504 and time-outs of what may safely be repeated.
    /// </summary>
    RetryLater,

    /// <summary>Perhaps delivered: a time-out, 502, 504 of a send. Repeated at most once, after 30 s or more.</summary>
    Ambiguous,

    /// <summary>
    /// The person or conversation cannot be reached until something inbound arrives: 403 roster, blocked, 404 conversation.
    /// </summary>
    Unreachable,

    /// <summary>The message to update is gone: 404 ActivityNotFoundInConversation. Post a new one if it still matters.</summary>
    Gone,

    /// <summary>Our fault or a refusal for good: 400 and 403 with a code that says so, 413, other 4xx, a host off the allow-list.</summary>
    Dead,
}
