using Microsoft.EntityFrameworkCore;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Outbox;

/// <summary>Finds where an address leads now.</summary>
internal static class Destinations
{
    public static async Task<Dictionary<Address, Destination>> FindAsync(
        BotDbContext db,
        IEnumerable<Address> addresses,
        CancellationToken cancellationToken
    )
    {
        var found = new Dictionary<Address, Destination>();
        foreach (var address in addresses)
        {
            if (!found.ContainsKey(address))
                found.Add(address, address.IsPerson ? ToPerson(db, address) : await ToPlaceAsync(db, address, cancellationToken));
        }

        return found;
    }

    private static Destination ToPerson(BotDbContext db, Address address)
    {
        var chats = db.PersonalChats(address.TenantId, address.ObjectId!);
        if (chats.Count > 0)
        {
            return chats.Where(chat => chat.IsReachable).MaxBy(chat => chat.LastInboundAt) is { } chat
                ? Destination.At(chat.Reference())
                : Destination.None(FailureCodes.NotInstalled);
        }

        if (db.ReadContact(address.TenantId, address.ObjectId!) is not { } contact) return Destination.None(FailureCodes.NeverSeen);
        return contact.RefusesChat ? Destination.None(FailureCodes.NotInstalled) : Destination.With(contact);
    }

    private static async Task<Destination> ToPlaceAsync(BotDbContext db, Address address, CancellationToken cancellationToken)
    {
        var id = address.ConversationId!;
        if (db.ReadConversation(address.TenantId, ThreadTarget.Channel(id)) is not { } place)
            return await FirstTimeAsync(db, address, cancellationToken);
        return place.IsReachable ? Destination.At(place.Reference(id)) : Destination.None(FailureCodes.NotInstalled);
    }

    /// <summary>
    /// A channel that nothing arrived from yet, named in the configuration: its tenant's last service URL serves it too (protocol.md 2.2).
    /// </summary>
    private static async Task<Destination> FirstTimeAsync(BotDbContext db, Address address, CancellationToken cancellationToken)
    {
        var neighbour = await db.Conversations.AsNoTracking()
            .Where(place => place.TenantId == address.TenantId && place.State == InstallState.Active)
            .OrderByDescending(place => place.LastInboundAt)
            .FirstOrDefaultAsync(cancellationToken);
        return neighbour is null ? Destination.None(FailureCodes.NeverSeen) : Destination.At(neighbour.Reference(address.ConversationId));
    }
}

/// <summary>Where an address leads: to a conversation, to a person with whom one can be opened, or nowhere for a reason.</summary>
internal sealed record Destination
{
    private Destination()
    {
    }

    public ConversationReference? Reference { get; private init; }

    public Contact? Contact { get; private init; }

    public string? Failure { get; private init; }

    public string TenantId => Reference?.TenantId ?? Contact!.TenantId;

    /// <summary>A connector on this machine, which exists in development only, has no limits to respect.</summary>
    public bool IsLocal => Uri.TryCreate(ServiceUrl, UriKind.Absolute, out var url) && url.IsLoopback;

    public string ServiceUrl => Reference?.ServiceUrl ?? Contact!.ServiceUrl;

    /// <summary>
    /// What the service counts its limits by, and what has one writer: the conversation, or the person while there is none.
    /// </summary>
    public string Key => Reference is { } place ? ThreadTarget.Channel(place.ConversationId) : Contact!.UserId;

    public static Destination At(ConversationReference reference) => new() { Reference = reference };

    public static Destination With(Contact contact) => new() { Contact = contact };

    public static Destination None(string failure) => new() { Failure = failure };
}
