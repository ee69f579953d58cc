using TeamsBot.Data;

namespace TeamsBot.Outbox;

/// <summary>
/// When the organisation is open: what was held up, by an outage or because somebody could not be reached, does not ring in the middle of a
/// night. Registered by whoever knows the organisation's days.
/// </summary>
/// <param name="NextOpening">The instant itself within opening hours, else the beginning of the next.</param>
internal sealed record LateHours(Func<BotDbContext, string, DateTimeOffset, CancellationToken, Task<DateTimeOffset>> NextOpening)
{
    /// <summary>A message that is older is late: nobody waits beside it any more.</summary>
    public static readonly TimeSpan After = TimeSpan.FromMinutes(30);

    /// <summary>The opening that a request or a list waits for because it is late; null for what may ring now.</summary>
    public async Task<DateTimeOffset?> HoldsAsync(
        BotDbContext db,
        OutboxMessage message,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var isLate = now - (message.NotBefore ?? message.CreatedAt) >= After;
        if (!isLate || message.IsAnswer || (message.Opens is null && !message.IsList)) return null;
        var opening = await NextOpening(db, message.Address.TenantId, now, cancellationToken);
        return opening > now ? opening : null;
    }
}
