namespace TeamsBot.Outbox;

/// <summary>
/// One thing to say, stored in the commit that caused it. Turns only add rows; from then on only the dispatcher changes them, so the two never
/// fight over one. A row is never deleted before it has ended, and each ends as Sent, Dead or Superseded, or waits as Pending or Unreachable.
/// </summary>
internal sealed class OutboxMessage
{
    private OutboxMessage()
    {
    }

    /// <summary>Counts up in the order of commits: the order of speaking.</summary>
    public long Id { get; private set; }

    public Address Address { get; private set; } = null!;

    public OutboxKind Kind { get; private set; }

    /// <summary>What the message is about, for example <c>draft:12</c>; for the accounting of <see cref="Deliveries"/>. May be empty.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Which card of this address is meant; empty for a text.</summary>
    public string CardKey { get; private set; } = "";

    /// <summary>The card's version: the newest wins, whatever is queued in between is dropped. 0 for a text.</summary>
    public long Version { get; private set; }

    /// <summary>The text, the card's JSON, or for an adoption the id of the message that already carries the card.</summary>
    public string Body { get; private set; } = "";

    /// <summary>What a notification says for a card.</summary>
    public string? Summary { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not to be sent earlier. A waiting message does not hold up later ones.</summary>
    public DateTimeOffset? NotBefore { get; private set; }

    public OutboxStatus Status { get; private set; }

    /// <summary>How often sending began.</summary>
    public int Attempts { get; private set; }

    /// <summary>How often it may have arrived although no success was reported. Repeated at most once for a reason of doubt.</summary>
    public int Doubts { get; private set; }

    /// <summary>When to try (again). Later messages of the same address wait for a message that is being retried.</summary>
    public DateTimeOffset NextAttemptAt { get; private set; }

    /// <summary>Set while an attempt is under way. Found at start, it means: perhaps sent, the process died before it knew.</summary>
    public DateTimeOffset? SendingAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The last failure's code: the connector's word or one of <see cref="FailureCodes"/>. Never a message text.</summary>
    public string? LastFailure { get; private set; }

    public static OutboxMessage Text(Address address, string text, string subject, DateTimeOffset now, DateTimeOffset? notBefore) => new()
    {
        Address = address, Kind = OutboxKind.Text, Subject = subject, Body = text, CreatedAt = now, NotBefore = notBefore, NextAttemptAt = notBefore ?? now,
    };

    public static OutboxMessage Card(
        Address address, string cardKey, long version, string card, string summary, string subject, DateTimeOffset now, DateTimeOffset? notBefore) => new()
    {
        Address = address, Kind = OutboxKind.Card, Subject = subject, CardKey = cardKey, Version = version, Body = card, Summary = summary,
        CreatedAt = now, NotBefore = notBefore, NextAttemptAt = notBefore ?? now,
    };

    public static OutboxMessage Adoption(Address address, string cardKey, long version, string activityId, DateTimeOffset now) => new()
    {
        Address = address, Kind = OutboxKind.Adoption, Subject = cardKey, CardKey = cardKey, Version = version, Body = activityId,
        CreatedAt = now, NextAttemptAt = now,
    };
}

internal enum OutboxKind
{
    Text,
    Card,

    /// <summary>Nothing is sent: tells that a message with this card is there already.</summary>
    Adoption,
}

internal enum OutboxStatus
{
    Pending,
    Sent,

    /// <summary>The person or conversation cannot be reached now. Becomes Pending again when something arrives from there.</summary>
    Unreachable,

    /// <summary>Given up. Somebody must look: the admin list shows these.</summary>
    Dead,

    /// <summary>Dropped for a newer version of the same card.</summary>
    Superseded,
}
