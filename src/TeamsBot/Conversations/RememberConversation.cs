using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Conversations;

/// <summary>
/// What every turn does first: keep where it came from and from whom, so that the bot can speak there later. Saves nothing. Messages which
/// waited for this person (status Unreachable) are taken up by the dispatcher once the turn is committed.
/// </summary>
internal static class RememberConversation
{
    /// <param name="receivedAt">Our clock. The activity's own time counts where it is earlier: a repeated old delivery must not win, a
    /// clock ahead of ours neither.</param>
    public static async Task FromAsync(BotDbContext db, ParsedTurn turn, DateTimeOffset receivedAt, CancellationToken cancellationToken)
    {
        var at = turn.Activity.Timestamp is { } sent && sent < receivedAt ? sent : receivedAt;
        if (turn.Actor is { } actor) await RememberAsync(db, actor, turn, at, cancellationToken);
        var (tenant, id) = (turn.Conversation.TenantId.ToLowerInvariant(), ThreadTarget.Channel(turn.Conversation.ConversationId));
        // Most turns tell nothing new. Only what changes is read again to be tracked.
        if (db.ReadConversation(tenant, id) is { } known && !Rows<Conversation>.Of(db).Changes(known, place => place.Seen(turn, at)))
            return;
        if (await db.FindConversationAsync(tenant, id, cancellationToken) is { } conversation) conversation.Seen(turn, at);
        else db.Conversations.Add(Conversation.FirstSeen(turn, at));
    }

    private static async Task RememberAsync(
        BotDbContext db,
        Actor actor,
        ParsedTurn turn,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var (tenant, id) = (actor.TenantId.ToLowerInvariant(), actor.ObjectId.ToLowerInvariant());
        if (db.ReadContact(tenant, id) is { } known && !Rows<Contact>.Of(db).Changes(known, person => person.Seen(actor, turn, at))) return;
        if (await db.FindContactAsync(tenant, id, cancellationToken) is { } contact) contact.Seen(actor, turn, at);
        else db.Contacts.Add(Contact.FirstSeen(actor, turn, at));
    }
}
