using Microsoft.EntityFrameworkCore;
using TeamsBot.Data;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Outbox;

/// <summary>Finds where addresses lead now, many at once.</summary>
internal static class Destinations
{
    public static async Task<Dictionary<Address, Destination>> FindAsync(BotDbContext db, IReadOnlyCollection<Address> addresses, CancellationToken cancellationToken)
    {
        var people = addresses.Where(address => address.IsPerson).Distinct().ToList();
        var places = addresses.Where(address => !address.IsPerson).Distinct().ToList();
        var found = new Dictionary<Address, Destination>();
        if (people.Count > 0) await FindPeopleAsync(db, people, found, cancellationToken);
        if (places.Count > 0) await FindPlacesAsync(db, places, found, cancellationToken);
        return found;
    }

    private static async Task FindPeopleAsync(BotDbContext db, List<Address> people, Dictionary<Address, Destination> found, CancellationToken cancellationToken)
    {
        var objectIds = people.Select(address => address.ObjectId).ToList();
        var chats = (await db.Conversations.AsNoTracking()
                .Where(chat => chat.Kind == ConversationKind.Personal && objectIds.Contains(chat.AadObjectId))
                .ToListAsync(cancellationToken))
            .ToLookup(chat => Address.Person(chat.TenantId, chat.AadObjectId!));
        var strangers = people.Where(address => !chats.Contains(address)).Select(address => address.ObjectId!).ToList();
        var contacts = strangers.Count == 0
            ? []
            : (await db.Contacts.AsNoTracking().Where(contact => strangers.Contains(contact.AadObjectId)).ToListAsync(cancellationToken))
                .ToDictionary(contact => Address.Person(contact.TenantId, contact.AadObjectId));
        foreach (var address in people)
        {
            if (chats.Contains(address))
            {
                var chat = chats[address].Where(chat => chat.IsReachable).MaxBy(chat => chat.LastInboundAt);
                found[address] = chat is null ? Destination.None(FailureCodes.NotInstalled) : Destination.At(chat.Reference());
            }
            else
            {
                found[address] = contacts.GetValueOrDefault(address) is not { } contact ? Destination.None(FailureCodes.NeverSeen)
                    : contact.RefusesChat ? Destination.None(FailureCodes.NotInstalled)
                    : Destination.With(contact);
            }
        }
    }

    private static async Task FindPlacesAsync(BotDbContext db, List<Address> places, Dictionary<Address, Destination> found, CancellationToken cancellationToken)
    {
        var ids = places.Select(address => ThreadTarget.Channel(address.ConversationId!)).ToList();
        var known = (await db.Conversations.AsNoTracking().Where(place => ids.Contains(place.ConversationId)).ToListAsync(cancellationToken))
            .ToDictionary(place => (place.TenantId, place.ConversationId));
        foreach (var address in places)
        {
            var id = address.ConversationId!;
            if (!known.TryGetValue((address.TenantId, ThreadTarget.Channel(id)), out var place))
            {
                found[address] = await FirstTimeAsync(db, address, cancellationToken);
            }
            else
            {
                found[address] = place.IsReachable ? Destination.At(place.Reference(id)) : Destination.None(FailureCodes.NotInstalled);
            }
        }
    }

    /// <summary>A channel that nothing arrived from yet, named in the configuration: its tenant's last service URL serves it too (protocol.md 2.2).</summary>
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

    /// <summary>What the service counts its limits by, and what has one writer: the conversation, or the person while there is none.</summary>
    public string Key => Reference is { } place ? ThreadTarget.Channel(place.ConversationId) : Contact!.UserId;

    public static Destination At(ConversationReference reference) => new() { Reference = reference };

    public static Destination With(Contact contact) => new() { Contact = contact };

    public static Destination None(string failure) => new() { Failure = failure };
}
