using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Outbox;

/// <summary>
/// What every turn does first: keep where it came from and from whom, so that the bot can speak there later. Saves nothing. Messages which
/// waited for this person (status Unreachable) are taken up by the dispatcher once the turn is committed.
/// </summary>
internal static class RememberConversation
{
    /// <param name="receivedAt">Our clock. The activity's own time counts where it is earlier: a repeated old delivery must not win, a clock ahead of ours neither.</param>
    public static async Task<Conversation> FromAsync(BotDbContext db, TurnContext turn, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var at = turn.Activity.Timestamp is { } sent && sent < receivedAt ? sent : receivedAt;
        if (turn.Actor is { } actor) await RememberAsync(db, actor, turn, at, cancellationToken);
        var conversation = await db.FindConversationAsync(
            turn.Conversation.TenantId.ToLowerInvariant(), ThreadTarget.Channel(turn.Conversation.ConversationId), cancellationToken);
        if (conversation is null) return db.Conversations.Add(Conversation.FirstSeen(turn, at)).Entity;
        conversation.Seen(turn, at);
        return conversation;
    }

    private static async Task RememberAsync(BotDbContext db, Actor actor, TurnContext turn, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var contact = await db.FindContactAsync(actor.TenantId.ToLowerInvariant(), actor.ObjectId.ToLowerInvariant(), cancellationToken);
        if (contact is null) db.Contacts.Add(Contact.FirstSeen(actor, turn, at));
        else contact.Seen(actor, turn, at);
    }
}
