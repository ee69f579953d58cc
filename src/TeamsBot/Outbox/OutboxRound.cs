using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Outbox;

/// <summary>
/// The dispatcher's work on the database. One round, one commit: results of finished attempts are noted, new rows taken in, and the next
/// attempts stored as begun before they begin. Many messages share a commit that way. Not thread-safe; the dispatcher runs one round at a
/// time.
/// </summary>
/// <remarks>
/// What a crash costs: an attempt found begun was perhaps delivered. A change of a card is repeated at once, which is harmless; a text or a
/// first card once, after 30 s. Storing the beginning is part of the commit that notes earlier results, so it needs none of its own.
/// </remarks>
internal sealed class OutboxRound(
    IDbContextFactory<BotDbContext> contexts, WriteGate gate, SendThrottle throttle, ConnectorHealth health, TimeProvider time,
    Arrivals? arrivals = null, LateHours? hours = null, WaitingList? list = null, OutboxMeter? meter = null)
{
    private static readonly TimeSpan BusyElsewhere = TimeSpan.FromMilliseconds(50);

    /// <summary>What failed before has a share of the attempts under way, so that many conversations in trouble hold up no other.</summary>
    private const int MostRepeatedAtOnce = 16;

    private static readonly TimeSpan AfterOthers = TimeSpan.FromMilliseconds(250);

    private readonly Dictionary<long, OutboxAttempt> underWay = [];
    private readonly HashSet<string> busy = [];
    private readonly Presence presence = new();
    private readonly WallClock clock = new(time);
    private TimeSpan jumped;
    private OutboxQueue queue = new();
    private OutboxIntake intake = new();
    private bool hasGathered;
    private int begunAgain;

    /// <summary>There is more to do at once than one round does.</summary>
    public bool HasMore { get; private set; }

    /// <summary>When there is something to do without being told; null for never.</summary>
    public DateTimeOffset? NextWake { get; private set; }

    /// <summary>Connectors that are down and may be asked now whether they are back, each with a conversation to ask about.</summary>
    public List<ConversationReference> ToAsk { get; } = [];

    /// <param name="ended">Finished attempts. They are noted when this returns; after an exception give them again.</param>
    /// <param name="room">How many attempts may begin.</param>
    /// <returns>The attempts to make now, already stored as begun.</returns>
    public async Task<IReadOnlyList<OutboxAttempt>> RunAsync(
        IReadOnlyCollection<OutboxAttempt> ended,
        int room,
        CancellationToken cancellationToken
    )
    {
        try
        {
            using (await gate.EnterFirstAsync(cancellationToken))
            {
                await using var db = await contexts.CreateDbContextAsync(cancellationToken);
                using var transaction = Begin(db);
                var now = time.GetUtcNow();
                ToAsk.Clear();
                jumped += clock.Jump();
                if (jumped != TimeSpan.Zero) Rejudge(db);
                foreach (var attempt in ended) attempt.Rejudge(time);
                (hasGathered, begunAgain) = (false, 0);
                foreach (var address in arrivals?.Take() ?? []) Arrived(address, now);
                foreach (var attempt in ended) await OutboxNotes.AddAsync(db, attempt, now, cancellationToken);
                // Where nobody can be reached any more stands in tracked rows, and what follows reads the database.
                if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync(cancellationToken);
                foreach (var attempt in ended.Where(GoesOnAtOnce)) Free(attempt);
                await intake.ReadAsync(db, queue, underWay.Keys, now, cancellationToken);
                var picked = new List<PickedMessage>();
                while (picked.Count < room && queue.Next(now) is { } next) picked.Add(next);
                var begun = await BeginAsync(db, picked, now, cancellationToken);
                // Rows were written above; what is tracked is the few conversations about which something was learned.
                await db.SaveChangesAsync(cancellationToken);
                transaction.Commit();
                jumped = TimeSpan.Zero;
                foreach (var attempt in ended)
                {
                    Release(attempt, now);
                    meter?.Attempted(attempt.Message.Status);
                }

                foreach (var attempt in begun) underWay.Add(attempt.Message.Id, attempt);
                HasMore = intake.HasMore || hasGathered || (picked.Count == room && begun.Count < room);
                NextWake =
                    queue.NextWake is { } due && intake.CheckAt is { } check
                        ? (due < check ? due : check)
                        : queue.NextWake ?? intake.CheckAt;
                return begun;
            }
        }
        catch
        {
            Forget();
            throw;
        }
    }

    /// <summary>
    /// What was decided in memory only is forgotten, and everything read again. What is under way is known and not taken twice.
    /// </summary>
    private void Forget()
    {
        (queue, intake) = (new OutboxQueue(), new OutboxIntake());
        busy.Clear();
        foreach (var attempt in underWay.Values) busy.Add(attempt.Destination.Key);
    }

    /// <summary>
    /// The clock was set: who waits because an attempt failed, or whose card is left alone for a while, has waited as long as before and
    /// not two hours less or more. What is planned for a time, or waits for the opening hours, is judged by the new clock.
    /// </summary>
    private void Rejudge(BotDbContext db)
    {
        db.MoveRepeats(jumped);
        health.Move(jumped);
        presence.Move(jumped);
        Forget();
    }

    /// <summary>A connector was asked whether it is back.</summary>
    public void Asked(string serviceUrl, ConnectorFailure? failure) => Heard(serviceUrl, null, failure, time.GetUtcNow());

    /// <summary>Everything of the round is read and written in one transaction, so that what it noted already is what it reads.</summary>
    private static IDbContextTransaction Begin(BotDbContext db)
    {
        db.Database.AutoSavepointsEnabled = false;
        return db.Database.BeginTransaction();
    }

    private async Task<List<OutboxAttempt>> BeginAsync(
        BotDbContext db,
        List<PickedMessage> picked,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var begun = new List<OutboxAttempt>();
        var destinations = await Destinations.FindAsync(db, picked.Select(pick => pick.Message.Address), cancellationToken);
        foreach (var pick in picked)
        {
            var message = intake.Take(db, pick.Message.Id);
            foreach (var old in pick.Dropped) Supersede(db, old);
            var card = message.CardKey.Length == 0 ? null : db.FindPostedCard(message.Address, message.CardKey);
            var destination = destinations[message.Address];
            if (End(db, message, card, destination, now) || OutboxNotes.IsOver(db, message, card))
            {
                db.Note(message);
                queue.Leave(pick.Message);
            }
            else if (hours is not null && !presence.IsAtWork(message.Address, now)
                && await hours.HoldsAsync(db, message, now, cancellationToken) is { } opening)
            {
                queue.Postpone(pick.Message, opening);
            }
            else if (Wait(message, destination, now) is { } until)
            {
                queue.Return(pick.Message, until);
            }
            else if (message.Opens is null || !Gather(db, pick.Message, now))
            {
                begun.Add(Begin(db, pick.Message, message, destination, card, now));
            }
        }

        return begun;
    }

    private void Supersede(BotDbContext db, QueuedMessage queued)
    {
        var old = intake.Take(db, queued.Id);
        old.Supersede();
        db.Note(old);
    }

    /// <summary>Whether the message ends, or must wait for somebody, without an attempt.</summary>
    private bool End(BotDbContext db, OutboxMessage message, PostedCard? card, Destination destination, DateTimeOffset now)
    {
        if (message.Kind == OutboxKind.Adoption)
        {
            OutboxNotes.Adopt(db, message, card, now);
        }
        else if (message.Kind == OutboxKind.Card && card is not null && message.Version <= card.Version)
        {
            message.Supersede();
        }
        else if (destination.Failure is { } failure)
        {
            message.CannotReach(failure);
            intake.MayBeUnreachable();
        }
        else
        {
            return false;
        }

        return true;
    }

    private void Arrived(Address address, DateTimeOffset now)
    {
        presence.Heard(address, now);
        queue.Wake(address, now);
        intake.LookNow();
    }

    private bool Gather(BotDbContext db, QueuedMessage picked, DateTimeOffset now)
    {
        if (list is null) return false;
        var ringing = queue.RingingWith(picked, now);
        if (ringing.Count <= Gathering.MostAtOnce || !Gathering.Gather(db, list, [.. ringing.Select(one => intake.Take(db, one.Id))], now))
            return false;
        foreach (var one in ringing) queue.Leave(one);
        return hasGathered = true;
    }

    /// <summary>Until when the message must wait before an attempt, or null when it may begin.</summary>
    private DateTimeOffset? Wait(OutboxMessage message, Destination destination, DateTimeOffset now)
    {
        if (busy.Contains(destination.Key)) return now + BusyElsewhere;
        if (message.Attempts > 0 && underWay.Values.Count(attempt => attempt.Message.Attempts > 1) + begunAgain >= MostRepeatedAtOnce)
            return now + AfterOthers;
        var isWorthATry = presence.TakeTry(message.Address);
        if (message.Doubts > 0 && destination.Reference is { } place)
        {
            var inDoubt = health.WaitInDoubt(place.ServiceUrl, now, out var ask);
            if (ask || (isWorthATry && inDoubt is not null)) ToAsk.Add(place);
            if (inDoubt is not null) return inDoubt;
        }

        if (!isWorthATry && health.WaitToTry(destination.ServiceUrl, now, out var isFirst) is { } isDown)
        {
            if (isFirst && destination.Reference is { } any) ToAsk.Add(any);
            return isDown;
        }

        var wait = destination.IsLocal ? TimeSpan.Zero : throttle.TryTake(destination.TenantId, destination.Key);
        return wait > TimeSpan.Zero ? now + wait : null;
    }

    private OutboxAttempt Begin(
        BotDbContext db,
        QueuedMessage queued,
        OutboxMessage message,
        Destination destination,
        PostedCard? card,
        DateTimeOffset now
    )
    {
        if (message.Attempts > 0) begunAgain++;
        message.Begin(now);
        db.NoteBegun(message);
        busy.Add(destination.Key);
        return new OutboxAttempt(queued, message, destination, card);
    }

    /// <summary>
    /// Sent, and nothing learned about where the address leads: the address's next message may begin in the very round that notes this one.
    /// Else it waits for the commit, to see what it changed.
    /// </summary>
    private static bool GoesOnAtOnce(OutboxAttempt attempt) => attempt.Message.Status == OutboxStatus.Sent && attempt.Opened is null;

    private void Free(OutboxAttempt attempt)
    {
        busy.Remove(attempt.Destination.Key);
        if (attempt.Message.Status == OutboxStatus.Pending)
            queue.Retry(attempt.Queued with { IsFixed = attempt.Message.MayBeThere }, attempt.Message.NextAttemptAt);
        else queue.Leave(attempt.Queued);
    }

    private void Release(OutboxAttempt attempt, DateTimeOffset now)
    {
        underWay.Remove(attempt.Message.Id);
        if (!GoesOnAtOnce(attempt)) Free(attempt);
        if (attempt.Message.Status == OutboxStatus.Unreachable) intake.MayBeUnreachable();
        if (attempt.Failure is { Status: 429 } throttled)
        {
            throttle.Rest(attempt.Destination.TenantId, attempt.Destination.Key, throttled.RetryAfter ?? TimeSpan.FromSeconds(1));
        }

        Heard(attempt.Destination.ServiceUrl, attempt.Destination.Key, attempt.Failure, now, isNews: attempt.Message.Attempts <= 1);
    }

    private void Heard(string serviceUrl, string? conversation, ConnectorFailure? failure, DateTimeOffset now, bool isNews = true)
    {
        if (health.Heard(serviceUrl, conversation, failure, now, isNews)) queue.EndRests();
    }
}
