using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.Outbox;

/// <summary>
/// Takes stored messages into the queue: those committed since the last look, at start all that are open, and those whose recipient has
/// become reachable.
/// </summary>
internal sealed class OutboxIntake
{
    private const int RowsAtOnce = 1000;
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(1);
    private readonly Dictionary<long, OutboxMessage> fresh = [];
    private long lastId;
    private bool mayBeUnreachable = true;
    private DateTimeOffset checkedAt;

    /// <summary>There are more rows than one look takes.</summary>
    public bool HasMore { get; private set; }

    /// <summary>When to look again for recipients who became reachable, where that was put off.</summary>
    public DateTimeOffset? CheckAt { get; private set; }

    /// <summary>The message, which this look has often read already.</summary>
    public OutboxMessage Take(BotDbContext db, long id) => fresh.Remove(id, out var message) ? message : db.GetMessage(id);

    public void MayBeUnreachable() => mayBeUnreachable = true;

    /// <summary>Somebody is there: recipients who became reachable are looked for at once.</summary>
    public void LookNow() => checkedAt = DateTimeOffset.MinValue;

    /// <param name="underWay">Messages with an attempt of this process under way.</param>
    public async Task ReadAsync(
        BotDbContext db,
        OutboxQueue queue,
        IReadOnlyCollection<long> underWay,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        fresh.Clear();
        ReadNew(db, queue, underWay, now);
        if (mayBeUnreachable) await ReviveAsync(db, queue, now, cancellationToken);
    }

    private void ReadNew(BotDbContext db, OutboxQueue queue, IReadOnlyCollection<long> underWay, DateTimeOffset now)
    {
        // Ids grow in the order of commits: there is one writer at a time and the database never uses a number twice.
        var messages = db.PendingAfter(lastId, RowsAtOnce);
        HasMore = messages.Count == RowsAtOnce;
        if (messages.Count > 0) lastId = messages[^1].Id;
        foreach (var message in messages.Where(message => !underWay.Contains(message.Id)))
        {
            if (message.SendingAt is not null) Interrupted(db, message, now);
            // Also what an earlier run left in doubt.
            if (message.MayBeThere) OutboxNotes.MayBeThere(db, message);
            if (message.Status != OutboxStatus.Pending) continue;
            queue.Enter(message.ToQueued(now));
            fresh[message.Id] = message;
        }
    }

    /// <summary>An attempt that this process does not know of: an earlier one died during it.</summary>
    private static void Interrupted(BotDbContext db, OutboxMessage message, DateTimeOffset now)
    {
        var card = message.Kind == OutboxKind.Card ? db.FindPostedCard(message.Address, message.CardKey) : null;
        message.Interrupted(wasUpdate: card?.ActivityId is not null, now);
        db.Note(message);
    }

    private async Task ReviveAsync(BotDbContext db, OutboxQueue queue, DateTimeOffset now, CancellationToken cancellationToken)
    {
        CheckAt = null;
        if (now - checkedAt < CheckEvery)
        {
            CheckAt = checkedAt + CheckEvery;
            return;
        }

        checkedAt = now;
        var waiting = await db.OutboxMessages.AsNoTracking()
            .Where(message => message.Status == OutboxStatus.Unreachable)
            .Select(message => new { message.Id, message.Address })
            .ToListAsync(cancellationToken);
        mayBeUnreachable = waiting.Count > 0;
        if (!mayBeUnreachable) return;
        var destinations = await Destinations.FindAsync(db, waiting.ConvertAll(row => row.Address), cancellationToken);
        var ids = waiting.Where(row => destinations[row.Address].Failure is null).Select(row => row.Id).ToList();
        if (ids.Count == 0) return;
        foreach (var message in ids.Select(db.GetMessage))
        {
            message.CanReach(now);
            db.Note(message);
            if (message.Status == OutboxStatus.Pending) queue.Enter(message.ToQueued(now));
        }
    }
}
