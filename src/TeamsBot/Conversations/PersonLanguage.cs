using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Conversations;

/// <summary>
/// Which language a person is spoken to in: that of their last typed command, question or call for help, never of a text they mean for others. Before
/// the first of these the client's locale counts, but an English client in the hands of somebody who pasted Japanese is spoken to in Japanese;
/// Japanese where nothing says. Of one turn: what was heard in it counts at once.
/// </summary>
internal sealed class PersonLanguage(BotDbContext db)
{
    private (string Tenant, string Person, CardLanguage Language)? heard;

    /// <summary>Remembers the language of what the person of this turn said to the bot. Words without letters say nothing.</summary>
    public async Task HearAsync(ParsedTurn turn, string said, CancellationToken cancellationToken)
    {
        if (turn.Actor is not { } actor || SpokenIn(said) is not { } language) return;
        var (tenant, person) = Key(actor.TenantId, actor.ObjectId);
        heard = (tenant, person, language);
        if (db.ReadContact(tenant, person) is { } known && known.Spoken == language) return;
        await RememberAsync(tenant, person, language, cancellationToken);
    }

    /// <summary>Takes notice of a text meant for others: who pastes Japanese reads it, so the locale of an English client no longer counts.</summary>
    public async Task ReadAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Actor is not { } actor || SpokenIn(turn.Text) is not CardLanguage.Ja) return;
        var (tenant, person) = Key(actor.TenantId, actor.ObjectId);
        if (db.ReadContact(tenant, person) is { Spoken: not null }) return;
        heard = (tenant, person, CardLanguage.Ja);
        await RememberAsync(tenant, person, CardLanguage.Ja, cancellationToken);
    }

    private async Task RememberAsync(string tenant, string person, CardLanguage language, CancellationToken cancellationToken)
    {
        var contact = db.ChangeTracker.Entries<Contact>().Select(entry => entry.Entity).FirstOrDefault(met => met.TenantId == tenant && met.AadObjectId == person)
            ?? await db.FindContactAsync(tenant, person, cancellationToken);
        contact?.Speaks(language);
    }

    /// <summary>The language of whoever did this turn.</summary>
    public CardLanguage Of(ParsedTurn turn)
    {
        if (turn.Actor is not { } actor) return OfLocale(turn.Activity.Locale);
        var (tenant, person) = Key(actor.TenantId, actor.ObjectId);
        if (heard is { } now && now.Tenant == tenant && now.Person == person) return now.Language;
        return db.ReadContact(tenant, person) is { } known ? Of(known) : OfLocale(turn.Activity.Entities?.FirstOrDefault(entity => entity.Type == "clientInfo")?.Locale ?? turn.Activity.Locale);
    }

    /// <summary>The language of somebody a card or a message is for; Japanese for who was never met.</summary>
    public CardLanguage LanguageOf(string tenantId, string objectId)
    {
        var (tenant, person) = Key(tenantId, objectId);
        if (heard is { } now && now.Tenant == tenant && now.Person == person) return now.Language;
        return db.ReadContact(tenant, person) is { } known ? Of(known) : CardLanguage.Ja;
    }

    /// <summary>Japanese where it has a Japanese character, English where it has other letters of the alphabet, null where it has no letters.</summary>
    public static CardLanguage? SpokenIn(string said) =>
        said.Any(c => c is >= '\u3041' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uff66' and <= '\uff9f') ? CardLanguage.Ja
        : said.Any(char.IsAsciiLetter) ? CardLanguage.En : null;

    /// <summary>An English word that Japanese posts begin with, 「NEW 図書館の新刊」, is no English spoken.</summary>
    public static bool IsBorrowed(string command) => command.Equals("new", StringComparison.OrdinalIgnoreCase);

    /// <summary>「OK」「LINE」「PDF」: a single Latin word is typed in any language. What has a Japanese character is never too short.</summary>
    public static bool IsTooShort(string said) =>
        SpokenIn(said) == CardLanguage.En && said.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Count(word => word.Any(char.IsAsciiLetter)) < 2;

    private static CardLanguage Of(Contact contact) => contact.Spoken ?? OfLocale(contact.Locale);

    private static CardLanguage OfLocale(string? locale) => locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? CardLanguage.En : CardLanguage.Ja;

    private static (string Tenant, string Person) Key(string tenantId, string objectId) => (tenantId.ToLowerInvariant(), objectId.ToLowerInvariant());
}
