using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Outbox;

/// <summary>
/// Writes down what came of a finished attempt, in the round's transaction; one that was rolled back is noted again in the next.
/// </summary>
internal static class OutboxNotes
{
    public static async Task AddAsync(BotDbContext db, OutboxAttempt attempt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (attempt.Opened is { } opened && await FindAsync(db, opened.TenantId, opened.ConversationId, cancellationToken) is null)
            db.Add(opened);
        if (attempt.Failure?.Reaction == Reaction.Unreachable) await RefusedAsync(db, attempt, now, cancellationToken);
        if (attempt.CardChanged) db.Note(attempt.Posted!, isNew: attempt.IsFirstPost);
        else if (attempt.Message.MayBeThere) MayBeThere(db, attempt.Message);
        db.Note(attempt.Message);
    }

    /// <summary>
    /// Marks the place as closed, unless somebody wrote from there after the attempt began: then the refusal is the older news.
    /// </summary>
    private static async Task RefusedAsync(BotDbContext db, OutboxAttempt attempt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (attempt.Destination.Reference is not { } reference)
        {
            var person = attempt.Destination.Contact!;
            (await db.FindContactAsync(person.TenantId, person.AadObjectId, cancellationToken))?.ChatRefused();
        }
        else if (
            await FindAsync(db, reference.TenantId, ThreadTarget.Channel(reference.ConversationId), cancellationToken)
            is not { } conversation
        )
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
    private static ValueTask<Conversation?> FindAsync(
        BotDbContext db,
        string tenantId,
        string conversationId,
        CancellationToken cancellationToken
    ) => db.Conversations.FindAsync([tenantId, conversationId], cancellationToken);

    /// <summary>
    /// A change without a sound for somebody who never had anything to change. Whose message was deleted meanwhile gets it anew, whichever
    /// version found out.
    /// </summary>
    public static bool IsOver(BotDbContext db, OutboxMessage message, PostedCard? card)
    {
        if (!message.IsQuiet || message.Attempts > 0 || card is { WasPosted: true }) return false;
        var over = card ?? PostedCard.Of(message.Address, message.CardKey);
        over.IsOver(message.Version);
        db.Note(over, isNew: card is null);
        message.Supersede();
        return true;
    }

    /// <summary>It may have arrived: whatever follows is changed or posted as if it had.</summary>
    public static void MayBeThere(BotDbContext db, OutboxMessage message)
    {
        if (message.CardKey.Length == 0) return;
        var card = db.FindPostedCard(message.Address, message.CardKey);
        if (card is { WasPosted: true }) return;
        var perhaps = card ?? PostedCard.Of(message.Address, message.CardKey);
        perhaps.MayBeThere();
        db.Note(perhaps, isNew: card is null);
    }

    /// <summary>The message is one that stands there already; nothing is sent.</summary>
    public static void Adopt(BotDbContext db, OutboxMessage message, PostedCard? card, DateTimeOffset now)
    {
        if (message.Adopted is not { } place)
        {
            message.Unreadable();
            return;
        }

        var adopted = card ?? PostedCard.Of(message.Address, message.CardKey);
        adopted.IsAt(place.ConversationId, place.ActivityId, message.Version);
        db.Note(adopted, isNew: card is null);
        message.Done(now);
    }
}
