using TeamsBot.Data;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Outbox;

/// <summary>Writes down what came of a finished attempt. Saves nothing; noting the same attempt again in another context is harmless.</summary>
internal static class OutboxNotes
{
    private static readonly string[] ChangedBySending =
    [
        nameof(OutboxMessage.Status), nameof(OutboxMessage.Attempts), nameof(OutboxMessage.Doubts), nameof(OutboxMessage.NextAttemptAt),
        nameof(OutboxMessage.SendingAt), nameof(OutboxMessage.SentAt), nameof(OutboxMessage.LastFailure), nameof(OutboxMessage.Body),
    ];

    public static async Task AddAsync(BotDbContext db, OutboxAttempt attempt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (attempt.Opened is { } opened && await FindAsync(db, opened.TenantId, opened.ConversationId, cancellationToken) is null) db.Add(opened);
        if (attempt.Failure?.Reaction == Reaction.Unreachable) await RefusedAsync(db, attempt, now, cancellationToken);
        if (attempt.CardChanged)
        {
            if (attempt.IsFirstPost) db.Add(attempt.Posted!);
            else db.Update(attempt.Posted!);
        }

        var entry = db.Attach(attempt.Message);
        foreach (var property in ChangedBySending) entry.Property(property).IsModified = true;
    }

    /// <summary>Marks the place as closed, unless somebody wrote from there after the attempt began: then the refusal is the older news.</summary>
    private static async Task RefusedAsync(BotDbContext db, OutboxAttempt attempt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (attempt.Destination.Reference is not { } reference)
        {
            var person = attempt.Destination.Contact!;
            (await db.FindContactAsync(person.TenantId, person.AadObjectId, cancellationToken))?.ChatRefused();
        }
        else if (await FindAsync(db, reference.TenantId, ThreadTarget.Channel(reference.ConversationId), cancellationToken) is not { } conversation)
        {
            db.Add(Conversation.Refusing(reference, now));
        }
        else if (conversation.LastInboundAt > attempt.BeganAt)
        {
            attempt.Message.CanReach(now);
        }
        else
        {
            conversation.Blocked(now);
        }
    }

    /// <summary>Also what an earlier note of the same round has only added.</summary>
    private static ValueTask<Conversation?> FindAsync(BotDbContext db, string tenantId, string conversationId, CancellationToken cancellationToken)
        => db.Conversations.FindAsync([tenantId, conversationId], cancellationToken);
}
