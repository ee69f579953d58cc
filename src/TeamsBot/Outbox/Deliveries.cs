using Microsoft.EntityFrameworkCore;
using TeamsBot.Conversations;
using TeamsBot.Data;

namespace TeamsBot.Outbox;

/// <summary>What became of everything said: nobody is told "sent" about something that waits, and nothing vanishes.</summary>
internal static class Deliveries
{
    /// <summary>
    /// Per recipient of <paramref name="subject"/> how the newest version of each card and every text stands; what was superseded is left
    /// out.
    /// </summary>
    public static async Task<IReadOnlyList<Delivery>> OfAsync(BotDbContext db, string subject, CancellationToken cancellationToken)
        => await db
            .OutboxMessages.AsNoTracking()
            .Where(message =>
                message.Subject == subject && message.Status != OutboxStatus.Superseded && message.Kind != OutboxKind.Adoption
                // A change that leaves its reader alone for a while is not on its way: what it changes has arrived.
                && !(message.IsQuiet && message.NotBefore != null && message.Attempts == 0 && message.Status == OutboxStatus.Pending)
            )
            .OrderBy(message => message.Id)
            .Select(message => new Delivery(
                message.Id,
                message.Address,
                message.CardKey,
                message.Version,
                message.Status,
                message.LastFailure,
                message.CreatedAt,
                message.SentAt
            ))
            .ToListAsync(cancellationToken)
            is var all
            ?
            [
                .. all.GroupBy(delivery =>
                        delivery.CardKey.Length == 0
                            ? (delivery.Address, $"{delivery.Id}")
                            : (delivery.Address, CardKeys.Thing(delivery.CardKey))
                    )
                    .Select(versions => versions.Last()),
            ]
            : [];

    /// <summary>What still needs the dispatcher or a person: waiting, unreachable and dead, newest first.</summary>
    public static async Task<IReadOnlyList<Delivery>> OpenAsync(BotDbContext db, int limit, CancellationToken cancellationToken)
        => await db
            .OutboxMessages.AsNoTracking()
            .Where(message =>
                message.Status == OutboxStatus.Pending || message.Status == OutboxStatus.Unreachable || message.Status == OutboxStatus.Dead
            )
            .OrderByDescending(message => message.Id)
            .Take(limit)
            .Select(message => new Delivery(
                message.Id,
                message.Address,
                message.CardKey,
                message.Version,
                message.Status,
                message.LastFailure,
                message.CreatedAt,
                message.SentAt
            ))
            .ToListAsync(cancellationToken);
}

/// <param name="CardKey">Empty for a text.</param>
internal sealed record Delivery(
    long Id,
    Address Address,
    string CardKey,
    long Version,
    OutboxStatus Status,
    string? LastFailure,
    DateTimeOffset CreatedAt,
    DateTimeOffset? SentAt
);
