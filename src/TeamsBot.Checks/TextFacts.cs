using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Rules;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks;

/// <summary>
/// Finds the facts of a text: dates with their weekday, places, telephone numbers, names and links [asaka-6-2-1a] to [asaka-6-2-2b]. Pure.
/// </summary>
public static class TextFacts
{
    /// <summary>
    /// More of one kind is a list, which a reader compares with its source as a whole; it also bounds what a hostile text can cost.
    /// </summary>
    public const int MostOfOneKind = 20;

    public static IReadOnlyList<TextFact> Of(string text, CheckContext context)
    {
        var draft = new DraftText(text);
        return
        [
            .. Few(Dates(draft, context.PostedOn)),
            .. Few(Places(draft, context.Organisation)),
            .. Few(Phones(draft, context.Organisation)),
            .. Few(Names(draft, context.Organisation)),
            .. Few(Links(draft, context.Organisation)),
        ];
    }

    private static IEnumerable<TextFact> Few(IEnumerable<TextFact> facts) => facts.Distinct().Take(MostOfOneKind);

    private static IEnumerable<TextFact> Dates(DraftText draft, DateOnly postedOn)
    {
        foreach (var mention in draft.Dates(postedOn))
        {
            var weekday = mention.Date is { } date ? JapaneseDate.Weekday(date).ToString() : "";
            var verdict = mention.Date is null ? TextFactVerdict.WeekdayWrong
                : mention.Weekday is null ? TextFactVerdict.WeekdayUnsaid
                : mention.Date.Value.DayOfWeek == mention.Weekday ? TextFactVerdict.WeekdayRight
                : TextFactVerdict.WeekdayWrong;
            yield return new TextFact(
                TextFactKind.Date,
                Quote(draft, mention.Piece),
                verdict,
                verdict == TextFactVerdict.WeekdayRight ? "" : weekday
            );
        }
    }

    private static IEnumerable<TextFact> Places(DraftText draft, OrganisationProfile organisation)
    {
        foreach (var street in AddressBookRule.StreetsIn(draft))
        {
            // 「会場：本町4-5-6」: the label is no part of the address.
            var piece = new Piece(street.Start + draft.TextOf(street).LastIndexOf(':') + 1, street.End);
            var written = AddressBookRule.Squeeze(draft.TextOf(piece));
            var owner = organisation
                .Addresses.Append(new(organisation.Name, organisation.Address))
                .FirstOrDefault(entry =>
                    entry.Value.Length > 0
                    && AddressBookRule.Squeeze(NormalView.Of(entry.Value)).EndsWith(written, StringComparison.Ordinal)
                )
                .Key;
            yield return Booked(TextFactKind.Place, draft, piece, owner);
        }
    }

    private static IEnumerable<TextFact> Phones(DraftText draft, OrganisationProfile organisation)
    {
        foreach (var number in draft.Phones)
        {
            var owner = organisation.Phones.FirstOrDefault(entry => PhoneNumber.DigitsOf(entry.Value) == number.Digits).Key;
            yield return Booked(TextFactKind.Phone, draft, number.Piece, owner);
        }
    }

    private static string Quote(DraftText draft, Piece piece) => draft.Quote(Brackets.Balance(draft.Original, draft.At(piece))).Trim();

    private static TextFact Booked(TextFactKind kind, DraftText draft, Piece piece, string? owner) =>
        new(kind, Quote(draft, piece), owner is null ? TextFactVerdict.Unregistered : TextFactVerdict.Registered, owner ?? "");

    /// <summary>
    /// The longest official name at each place; the organisation's own name alone, and a word for a kind of place, are no fact worth a
    /// line.
    /// </summary>
    private static IEnumerable<TextFact> Names(DraftText draft, OrganisationProfile organisation)
    {
        var taken = new List<Piece>();
        foreach (
            var name in organisation
                .OfficialNames.Where(name => name != organisation.Name && !CommonName.Is(name))
                .Select(NormalView.Of)
                .OrderByDescending(name => name.Length)
        )
        {
            for (
                var at = draft.Normal.IndexOf(name, StringComparison.Ordinal);
                at >= 0 && name.Length > 0;
                at = draft.Normal.IndexOf(name, at + name.Length, StringComparison.Ordinal)
            )
            {
                var piece = new Piece(at, at + name.Length);
                if (draft.InUrl(at) || taken.Any(other => other.Start < piece.End && piece.Start < other.End)) continue;
                taken.Add(piece);
            }
        }

        return taken
            .OrderBy(piece => piece.Start)
            .Select(piece => new TextFact(TextFactKind.Name, Quote(draft, piece), TextFactVerdict.OfficialName));
    }

    private static IEnumerable<TextFact> Links(DraftText draft, OrganisationProfile organisation) => draft.Urls.Select(url => new TextFact(
        TextFactKind.Link,
        Quote(draft, url.Piece),
        url.IsOwnSite(organisation) ? TextFactVerdict.OwnSite
            : organisation.TrustedDomains.Any(url.IsUnder) || url.IsPublicOffice ? TextFactVerdict.TrustedSite
            : TextFactVerdict.ForeignSite,
        url.Host));
}
