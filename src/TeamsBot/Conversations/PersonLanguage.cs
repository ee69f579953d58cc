using TeamsBot.Cards;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Conversations;

/// <summary>
/// Which language a person is spoken to in. The client's locale is the base. Whoever writes English to the bot is answered in English that
/// once; it stays with English where the client is English too or at the second time in a row. Japanese counts at once: spoken, or pasted
/// by somebody who is not settled in English, because the posts of a Japanese office are Japanese whoever handles them. Whoever asks for a
/// language by its word has it, whatever they write, until they ask for the other. Japanese where nothing says.
/// </summary>
internal sealed class PersonLanguage(BotDbContext db)
{
    private (string Tenant, string Person, CardLanguage Language)? heard;

    /// <summary>
    /// Hears what the person of this turn said to the bot; it may be heard twice in a turn and counts once. Words without letters say
    /// nothing.
    /// </summary>
    public async Task HearAsync(ParsedTurn turn, string said, CancellationToken cancellationToken)
    {
        if (turn.Actor is not { } actor || SpokenIn(said) is not { } language) return;
        var (tenant, person) = Key(actor.TenantId, actor.ObjectId);
        var known = db.ReadContact(tenant, person);
        if (known is { HasChosen: true }) return;
        heard = (tenant, person, language);
        await RememberAsync(tenant, person, known, Settled(known, turn, language), language, cancellationToken);
    }

    /// <summary>Takes notice of a text meant for others: who pastes Japanese reads it, unless they are settled in English.</summary>
    public async Task ReadAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Actor is not { } actor || SpokenIn(turn.Text) is not CardLanguage.Ja) return;
        var (tenant, person) = Key(actor.TenantId, actor.ObjectId);
        var known = db.ReadContact(tenant, person);
        if (known is { Spoken: CardLanguage.En } or { HasChosen: true }) return;
        heard = (tenant, person, CardLanguage.Ja);
        await RememberAsync(tenant, person, known, CardLanguage.Ja, CardLanguage.Ja, cancellationToken);
    }

    /// <summary>
    /// A press on a card is answered in the language of the card, that once: who pressed it has read it. Whoever asked for a language by
    /// its word has that.
    /// </summary>
    public void Press(ParsedTurn turn, CardLanguage language)
    {
        if (turn.Actor is not { } actor) return;
        var (tenant, person) = Key(actor.TenantId, actor.ObjectId);
        if (db.ReadContact(tenant, person) is not { HasChosen: true }) heard = (tenant, person, language);
    }

    /// <summary>The person of this turn says which language they want.</summary>
    public async Task ChooseAsync(ParsedTurn turn, CardLanguage language, CancellationToken cancellationToken)
    {
        if (turn.Actor is not { } actor) return;
        var (tenant, person) = Key(actor.TenantId, actor.ObjectId);
        heard = (tenant, person, language);
        await RememberAsync(tenant, person, null, language, wrote: null, cancellationToken);
    }

    /// <summary>The language of whoever did this turn.</summary>
    public CardLanguage Of(ParsedTurn turn)
    {
        if (turn.Actor is not { } actor) return OfLocale(turn.Activity.Locale);
        var (tenant, person) = Key(actor.TenantId, actor.ObjectId);
        if (heard is { } now && now.Tenant == tenant && now.Person == person) return now.Language;
        return Standing(db.ReadContact(tenant, person), turn);
    }

    /// <summary>The language of somebody a card or a message is for; Japanese for who was never met.</summary>
    public CardLanguage LanguageOf(string tenantId, string objectId)
    {
        var (tenant, person) = Key(tenantId, objectId);
        if (heard is { } now && now.Tenant == tenant && now.Person == person) return now.Language;
        return db.ReadContact(tenant, person) is { } known ? known.Spoken ?? OfLocale(known.Locale) : CardLanguage.Ja;
    }

    /// <summary>Of a person; a channel is spoken to in Japanese.</summary>
    public CardLanguage LanguageOf(Address address) =>
        address.ObjectId is { } person ? LanguageOf(address.TenantId, person) : CardLanguage.Ja;

    /// <summary>Whether this turn is the first to say which language the client of somebody who never wrote is in.</summary>
    public bool IsToldFirst(ParsedTurn turn) => turn.Actor is { } actor && Contact.LocaleOf(turn) is not null
        && db.ReadContact(actor.TenantId.ToLowerInvariant(), actor.ObjectId.ToLowerInvariant()) is null or { Spoken: null, Locale: null };

    /// <summary>
    /// Japanese where it has a Japanese character, English where it has other letters of the alphabet, null where it has no letters.
    /// </summary>
    public static CardLanguage? SpokenIn(string said) =>
        said.Any(c => c is >= '\u3041' and <= '\u30ff' or >= '\u3400' and <= '\u9fff' or >= '\uff66' and <= '\uff9f') ? CardLanguage.Ja
        : said.Any(char.IsAsciiLetter) ? CardLanguage.En : null;

    /// <summary>An English word that Japanese posts begin with, 「NEW 図書館の新刊」, is no English spoken.</summary>
    public static bool IsBorrowed(string command) => command.Equals("new", StringComparison.OrdinalIgnoreCase);

    /// <summary>「OK」「LINE」「PDF」: a single Latin word is typed in any language. What has a Japanese character is never too short.</summary>
    public static bool IsTooShort(string said) =>
        SpokenIn(said) == CardLanguage.En
        && said.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Count(word => word.Any(char.IsAsciiLetter)) < 2;

    /// <summary>What they are spoken to in from now on, as they were before this turn and having written this.</summary>
    private static CardLanguage? Settled(Contact? known, ParsedTurn turn, CardLanguage language) =>
        language == CardLanguage.Ja || language == Standing(known, turn) || known?.Wrote == language ? language : known?.Spoken;

    private static CardLanguage Standing(Contact? known, ParsedTurn turn) =>
        known?.Spoken ?? OfLocale(known?.Locale ?? Contact.LocaleOf(turn));

    /// <param name="known">As stored, to write nothing where nothing changes.</param>
    private async Task RememberAsync(
        string tenant,
        string person,
        Contact? known,
        CardLanguage? standing,
        CardLanguage? wrote,
        CancellationToken cancellationToken
    )
    {
        var contact = db
            .ChangeTracker.Entries<Contact>()
            .Select(entry => entry.Entity)
            .FirstOrDefault(met => met.TenantId == tenant && met.AadObjectId == person);
        if (contact is null && known is not null && known.Spoken == standing && known.Wrote == wrote) return;
        contact ??= await db.FindContactAsync(tenant, person, cancellationToken);
        contact?.Speaks(standing, wrote);
    }

    private static CardLanguage OfLocale(string? locale) =>
        locale?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? CardLanguage.En : CardLanguage.Ja;

    private static (string Tenant, string Person) Key(string tenantId, string objectId) =>
        (tenantId.ToLowerInvariant(), objectId.ToLowerInvariant());
}
