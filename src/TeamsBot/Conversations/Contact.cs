using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Conversations;

/// <summary>
/// A person the bot has met, wherever it was: what is needed to open a personal chat with them (protocol.md 6.2) and to speak their
/// language (protocol.md 3.9). Not who they are in the organisation: that is People.
/// </summary>
internal sealed class Contact
{
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    private Contact()
    {
    }

    public string TenantId { get; private set; } = "";

    public string AadObjectId { get; private set; } = "";

    /// <summary>The channel's <c>29:</c> id, good for this bot only.</summary>
    public string UserId { get; private set; } = "";

    /// <summary>For reading only.</summary>
    public string Name { get; private set; } = "";

    public string ServiceUrl { get; private set; } = "";

    public string BotId { get; private set; } = "";

    /// <summary>
    /// The language of the person's last text message, for example <c>ja-JP</c>. Other activities only fill it while it is unknown: clicks
    /// have reported another language than messages of the same person.
    /// </summary>
    public string? Locale { get; private set; }

    /// <summary>
    /// The language the person is spoken to in (<see cref="PersonLanguage"/>); null until they wrote. It goes before <see cref="Locale"/>.
    /// </summary>
    public CardLanguage? Spoken { get; private set; }

    /// <summary>
    /// The language of what they wrote last, which may be another for that once; a Japanese paste counts as Japanese. Null from the moment
    /// they chose a language: what they write then changes nothing.
    /// </summary>
    public CardLanguage? Wrote { get; private set; }

    /// <summary>They asked for <see cref="Spoken"/> by its word, and have it until they ask for another.</summary>
    public bool HasChosen => Spoken is not null && Wrote is null;

    /// <summary>IANA name, for example <c>Asia/Tokyo</c>.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>Opening a chat was refused. Tried again when the person is met anew.</summary>
    public bool RefusesChat { get; private set; }

    /// <summary>To within a day.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public static Contact FirstSeen(Actor actor, ParsedTurn turn, DateTimeOffset at)
    {
        var contact = new Contact { TenantId = actor.TenantId.ToLowerInvariant(), AadObjectId = actor.ObjectId.ToLowerInvariant() };
        contact.Seen(actor, turn, at);
        return contact;
    }

    /// <summary>The person did something at <paramref name="at"/>. What is older than what is known changes nothing.</summary>
    public void Seen(Actor actor, ParsedTurn turn, DateTimeOffset at)
    {
        if (at < SeenAt) return;
        UserId = actor.UserId;
        Name = actor.Name;
        RefusesChat = false;
        ServiceUrl = turn.Conversation.ServiceUrl;
        BotId = turn.Conversation.BotId;
        var client = ClientOf(turn);
        var locale = LocaleOf(turn);
        if (locale is not null && (Locale is null || turn.Activity.Type == ActivityTypes.Message)) Locale = locale;
        TimeZone = turn.Activity.LocalTimezone ?? client?.Timezone ?? TimeZone;
        if (at - SeenAt >= Fresh) SeenAt = at;
    }

    /// <param name="wrote">Null where they chose.</param>
    public void Speaks(CardLanguage? standing, CardLanguage? wrote) => (Spoken, Wrote) = (standing, wrote);

    /// <summary>What the client says of its language in this activity; null where it says nothing, as member events never do.</summary>
    public static string? LocaleOf(ParsedTurn turn) => ClientOf(turn)?.Locale ?? turn.Activity.Locale;

    public void TryAgain() => RefusesChat = false;

    public void ChatRefused() => RefusesChat = true;

    private static Entity? ClientOf(ParsedTurn turn) => turn.Activity.Entities?.FirstOrDefault(entity => entity.Type == "clientInfo");
}
