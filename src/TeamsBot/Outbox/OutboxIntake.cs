using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;

namespace TeamsBot.Outbox;

/// <summary>
/// Takes stored messages into the queue: those committed since the last look, at start all that are open, and those whose recipient has become
/// reachable.
/// </summary>
internal sealed class OutboxIntake
{
    private const int RowsAtOnce = 1000;
    private static readonly TimeSpan CheckEvery = TimeSpan.FromSeconds(1);
    private long lastId;
    private bool mayBeUnreachable = true;
    private DateTimeOffset checkedAt;

    /// <summary>There are more rows than one look takes.</summary>
    public bool HasMore { get; private set; }

    /// <summary>When to look again for recipients who became reachable, where that was put off.</summary>
    public DateTimeOffset? CheckAt { get; private set; }

    public void MayBeUnreachable() => mayBeUnreachable = true;

    /// <param name="underWay">Messages with an attempt of this process under way.</param>
    public async Task ReadAsync(BotDbContext db, OutboxQueue queue, IReadOnlyCollection<long> underWay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await ReadNewAsync(db, queue, underWay, now, cancellationToken);
        if (mayBeUnreachable) await ReviveAsync(db, queue, now, cancellationToken);
    }

    private async Task ReadNewAsync(BotDbContext db, OutboxQueue queue, IReadOnlyCollection<long> underWay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Ids grow in the order of commits: there is one writer at a time and the database never uses a number twice.
        var rows = await db.OutboxMessages.AsNoTracking()
            .Where(message => message.Id > lastId && message.Status == OutboxStatus.Pending)
            .OrderBy(message => message.Id)
            .Take(RowsAtOnce)
            .Select(message => new
            {
                Queued = new QueuedMessage(
                    message.Id, message.Address, message.Kind == OutboxKind.Card, message.CardKey, message.Version,
                    message.IsAnswer, message.Attempts > 0, message.NextAttemptAt),
                IsSending = message.SendingAt != null,
            })
            .ToListAsync(cancellationToken);
        HasMore = rows.Count == RowsAtOnce;
        if (rows.Count > 0) lastId = rows[^1].Queued.Id;
        foreach (var row in rows.Where(row => !underWay.Contains(row.Queued.Id)))
        {
            if (row.IsSending) await InterruptedAsync(db, queue, row.Queued, now, cancellationToken);
            else queue.Enter(row.Queued);
        }
    }

    /// <summary>An attempt that this process does not know of: an earlier one died during it.</summary>
    private static async Task InterruptedAsync(BotDbContext db, OutboxQueue queue, QueuedMessage queued, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var message = await db.OutboxMessages.SingleAsync(message => message.Id == queued.Id, cancellationToken);
        var card = queued.IsCard
            ? await db.PostedCards.AsNoTracking().SingleOrDefaultAsync(card => card.Address == queued.Address && card.CardKey == queued.CardKey, cancellationToken)
            : null;
        message.Interrupted(wasUpdate: card?.ActivityId is not null, now);
        if (message.Status == OutboxStatus.Pending) queue.Enter(message.ToQueued());
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
        foreach (var message in await db.OutboxMessages.Where(message => ids.Contains(message.Id)).ToListAsync(cancellationToken))
        {
            message.CanReach(now);
            if (message.Status == OutboxStatus.Pending) queue.Enter(message.ToQueued());
        }
    }
}
