using System.Globalization;
using System.Text.Json;
using TeamsBot.Conversations;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Outbox;

/// <summary>
/// One thing to say, stored in the commit that caused it. Turns only add rows; from then on only the dispatcher changes them, so the two
/// never fight over one. A row is never deleted before it has ended, and each ends as Sent, Dead or Superseded, or waits as Pending or
/// Unreachable.
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

    /// <summary>
    /// What the message is about, for example <c>draft:12</c>; for the accounting of <see cref="Deliveries"/>. May be empty.
    /// </summary>
    public string Subject { get; private set; } = "";

    /// <summary>Which card of this address is meant; empty for a text and for a card that is never changed.</summary>
    public string CardKey { get; private set; } = "";

    /// <summary>The card's version: the newest wins, whatever is queued in between is dropped. 0 for a text.</summary>
    public long Version { get; private set; }

    /// <summary>
    /// The text, the JSON of the card or attachment, or for an adoption the id of the message that already carries the card. Emptied once
    /// it was sent or superseded: the message is in the chat, and a copy would only grow old here.
    /// </summary>
    public string Body { get; private set; } = "";

    /// <summary>What a notification says for a card.</summary>
    public string? Summary { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Somebody waits for it in the chat; goes before notices to other addresses.</summary>
    public bool IsAnswer { get; private set; }

    /// <summary>
    /// Changes a card that is there. Where the address has none it is dropped together with what it replaces: nobody hears of a request
    /// first when it is over.
    /// </summary>
    public bool IsQuiet { get; private set; }

    /// <summary>
    /// The button that opens what this message asks for, as JSON. A message with one rings: it asks or tells somebody, and more than a few
    /// at once become one list. Null for everything else.
    /// </summary>
    public string? Opens { get; private set; }

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

    public static OutboxMessage Text(Address address, string text, string subject, DateTimeOffset now) => new()
    {
        Address = address, Kind = OutboxKind.Text, Subject = subject, Body = text, CreatedAt = now, NextAttemptAt = now,
    };

    public static OutboxMessage Card(
        Address address,
        string cardKey,
        long version,
        string card,
        string summary,
        string subject,
        DateTimeOffset now
    ) =>
        new()
        {
            Address = address,
            Kind = OutboxKind.Card,
            Subject = subject,
            CardKey = cardKey,
            Version = version,
            Body = card,
            Summary = summary,
            CreatedAt = now,
            NextAttemptAt = now,
        };

    /// <summary>An attachment that is no card of ours, for example the offer of a file.</summary>
    public static OutboxMessage Attached(Address address, string attachment, string summary, string cardKey, DateTimeOffset now) => new()
    {
        Address = address,
        Kind = OutboxKind.Attachment,
        Subject = cardKey,
        CardKey = cardKey,
        Body = attachment,
        Summary = summary,
        CreatedAt = now,
        NextAttemptAt = now,
    };

    public static OutboxMessage Adoption(
        Address address, string cardKey, long version, string conversationId, string activityId, DateTimeOffset now) => new()
    {
        Address = address, Kind = OutboxKind.Adoption, Subject = cardKey, CardKey = cardKey, Version = version,
        Body = JsonSerializer.Serialize(new AdoptedMessage(conversationId, activityId)), CreatedAt = now, NextAttemptAt = now,
    };

    public OutboxMessage AsAnswer(bool isAnswer)
    {
        IsAnswer = isAnswer;
        return this;
    }

    /// <summary>
    /// One message in the place of many (<see cref="Gathering"/>): it rings like those, though no button of its own opens it.
    /// </summary>
    public bool IsList => Kind == OutboxKind.Card && CardKey.Length == 0 && Subject == Address.ToString();

    /// <summary>An attempt ended without it being known whether it arrived.</summary>
    public bool MayBeThere => Doubts > 0;

    public OutboxMessage Quietly()
    {
        IsQuiet = true;
        return this;
    }

    public OutboxMessage Opening(string button)
    {
        Opens = button;
        return this;
    }

    public OutboxMessage NotEarlierThan(DateTimeOffset? notBefore)
    {
        NotBefore = notBefore;
        NextAttemptAt = notBefore > CreatedAt ? notBefore.Value : CreatedAt;
        return this;
    }

    /// <summary>Where an adopted card is; null where the row cannot be read.</summary>
    public AdoptedMessage? Adopted
    {
        get
        {
            try
            {
                return JsonSerializer.Deserialize<AdoptedMessage>(Body);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>What the queue needs to know.</summary>
    public QueuedMessage ToQueued(DateTimeOffset now) =>
        new(Id, Address, Kind == OutboxKind.Card, CardKey, Version, IsAnswer, Attempts > 0, DueAt(now))
        {
            Rings = Opens is not null,
            IsFixed = MayBeThere || NotBefore > CreatedAt,
        };

    /// <summary>
    /// <see cref="NextAttemptAt"/>, unless the clock was set back since it was stored: then a new message is due, and no other waits longer
    /// than any is made to wait.
    /// </summary>
    private DateTimeOffset DueAt(DateTimeOffset now)
    {
        if (NotBefore > CreatedAt && Attempts == 0)
        {
            // What changes quietly waits a while after it was stored, and for no hour of the day. The process that stored it, or moved it
            // with a clock that was put right since, is gone.
            var rest = now + (NotBefore.Value - CreatedAt);
            return IsQuiet && rest < NextAttemptAt ? rest : NextAttemptAt;
        }

        var latest = Attempts == 0 ? now : now + BackOff.Patient;
        return NextAttemptAt < latest ? NextAttemptAt : latest;
    }

    /// <summary>The same instant had one name when the attempt ended, and has another since the clock was set.</summary>
    public void Moved(DateTimeOffset then, DateTimeOffset thenByNewClock)
    {
        if (Status == OutboxStatus.Pending) NextAttemptAt += thenByNewClock - then;
    }

    /// <summary>An attempt begins. Stored before the connector is called, so that a crash in between is known afterwards.</summary>
    public void Begin(DateTimeOffset now)
    {
        Attempts++;
        SendingAt = now;
    }

    /// <summary>The attempt ended with <paramref name="result"/>: what follows is protocol.md 2.5's last column.</summary>
    /// <param name="wasUpdate">It changed a message that was there, which may be repeated without harm.</param>
    /// <param name="jitter">0 to 1, at random.</param>
    public void Settle(ConnectorResult result, bool wasUpdate, double jitter, DateTimeOffset now)
    {
        SendingAt = null;
        if (result.Failure is not { } failure)
        {
            (Status, SentAt, LastFailure, Body) = (OutboxStatus.Sent, now, null, "");
            return;
        }

        LastFailure = failure.Code ?? failure.Status?.ToString(CultureInfo.InvariantCulture) ?? FailureCodes.NoCode;
        switch (failure.Reaction)
        {
            case Reaction.RetryLater:
            case Reaction.Ambiguous when wasUpdate:
                if (now - (NotBefore ?? CreatedAt) <= BackOff.GiveUpAfter || Attempts < BackOff.LeastTries)
                    NextAttemptAt = now + (failure.RetryAfter ?? BackOff.Wait(Attempts, jitter));
                // A card shows how things stand and is replaced when they are over: while it waits, somebody waits for it.
                else if (Kind == OutboxKind.Card) NextAttemptAt = now + BackOff.Patient;
                else Status = OutboxStatus.Dead;
                break;
            case Reaction.Ambiguous:
                Doubt(now);
                break;
            case Reaction.Unreachable:
                Status = OutboxStatus.Unreachable;
                break;
            case Reaction.Gone when wasUpdate:
                NextAttemptAt = now;
                break;
            default:
                Status = OutboxStatus.Dead;
                break;
        }
    }

    /// <summary>
    /// Found at start with an attempt under way: the process died before it knew the result. A change of a message is simply repeated,
    /// anything else counts as perhaps delivered.
    /// </summary>
    public void Interrupted(bool wasUpdate, DateTimeOffset now)
    {
        var began = SendingAt ?? now;
        SendingAt = null;
        LastFailure = FailureCodes.Interrupted;
        if (wasUpdate) NextAttemptAt = now;
        else Doubt(began);
    }

    /// <summary>There is nowhere to send it now.</summary>
    public void CannotReach(string failure) => (Status, SendingAt, LastFailure) = (OutboxStatus.Unreachable, null, failure);

    /// <summary>
    /// Something arrived from the address. A text that waited too long is worth nothing any more and would only confuse; a card is always
    /// shown.
    /// </summary>
    public void CanReach(DateTimeOffset now)
    {
        if (Kind == OutboxKind.Text && now - (NotBefore ?? CreatedAt) > BackOff.TextsMatterFor)
            (Status, LastFailure) = (OutboxStatus.Dead, FailureCodes.Expired);
        else (Status, NextAttemptAt, Attempts, Doubts) = (OutboxStatus.Pending, now, 0, 0);
    }

    /// <summary>A newer version of the card was sent or will be.</summary>
    public void Supersede() => (Status, SendingAt, Body) = (OutboxStatus.Superseded, null, "");

    /// <summary>Nothing needed to be sent: the address is known to have the card.</summary>
    public void Done(DateTimeOffset now) => (Status, SendingAt, SentAt) = (OutboxStatus.Sent, null, now);

    /// <summary>The row cannot be made into a message.</summary>
    public void Unreadable() => (Status, SendingAt, LastFailure) = (OutboxStatus.Dead, null, FailureCodes.Unreadable);

    /// <summary>
    /// A text is repeated once. A card that stands there twice does less harm than one that never came: it is repeated at growing
    /// distances.
    /// </summary>
    private void Doubt(DateTimeOffset at)
    {
        if (Doubts++ == 0 || Kind == OutboxKind.Card) NextAttemptAt = at + BackOff.BeforeRepeatingAgain(Doubts);
        else Status = OutboxStatus.Dead;
    }
}

/// <summary>The body of an adoption.</summary>
internal sealed record AdoptedMessage(string ConversationId, string ActivityId);

internal enum OutboxKind
{
    Text,
    Card,

    /// <summary>Nothing is sent: tells that a message with this card is there already.</summary>
    Adoption,

    Attachment,
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
