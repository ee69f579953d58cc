using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.WordBooks;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// An address of the organisation or of a facility in its book is not the registered one: another postal code before the same street,
/// another prefecture before the organisation's name, another house number after the facility's name [asaka-6-2-1b].
/// </summary>
internal sealed partial class AddressBookRule : IRule
{
    /// <summary>A profile serves many checks; its addresses are taken apart once.</summary>
    private static readonly ConditionalWeakTable<OrganisationProfile, List<Place>> Known = [];

    public RuleInfo About { get; } = new("address-book", Category.PostalAddress, Severity.Warn, "asaka-6-2-1b");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var places = Known.GetValue(context.Organisation, Places);
        foreach (Match match in Postal().Matches(draft.Normal))
        {
            var line = draft.Normal[(match.Index + match.Length)..LineEnd(draft.Normal, match.Index)];
            var code = match.Groups["code"].Value.Replace("-", "", StringComparison.Ordinal);
            var place = places.FirstOrDefault(place =>
                place.Code.Length == 7 && (Squeeze(line).Contains(place.Street, StringComparison.Ordinal) || NamesPlace(line, place.Name))
            );
            var prefecture = Prefectures.All.FirstOrDefault(name => line.TrimStart().StartsWith(name, StringComparison.Ordinal));
            var span = draft.At(match);
            if (place is not null && place.Code != code)
            {
                var right = $"{place.Code[..3]}-{place.Code[3..]}";
                yield return Facility.Weigh(
                    About.Find(
                        span,
                        $"「{draft.Quote(span)}」は「{place.Name}」の郵便番号と違います。番号を確認してください。",
                        $"登録されている郵便番号は「{right}」です。",
                        $"〒{right}"
                    ),
                    context.Organisation,
                    place.Name
                );
            }
            else if (place is null && prefecture is not null && !Prefectures.MayHave(prefecture, code))
            {
                yield return About.Find(span, $"「{draft.Quote(span)}」は{prefecture}の郵便番号ではない可能性があります。番号と住所を確認してください。");
            }
        }

        foreach (var finding in WrongPrefecture(draft, context)) yield return finding;
        foreach (var finding in WrongNumber(draft, places, context.Organisation)) yield return finding;
    }

    private IEnumerable<Finding> WrongPrefecture(DraftText draft, CheckContext context)
    {
        var own = context.Organisation.Prefecture;
        var name =
            context.Organisation.Name == own
                ? City().Match(NormalView.Of(context.Organisation.Address)).Groups["city"].Value
                : context.Organisation.Name;
        if (name.Length == 0 || own.Length == 0) yield break;
        foreach (var prefecture in Prefectures.All)
        {
            if (prefecture == own) continue;
            for (
                var at = draft.Normal.IndexOf(prefecture + name, StringComparison.Ordinal);
                at >= 0;
                at = draft.Normal.IndexOf(prefecture + name, at + 1, StringComparison.Ordinal)
            )
            {
                var span = draft.At(at, prefecture.Length);
                yield return About.Find(
                    draft.At(at, prefecture.Length + name.Length),
                    $"「{prefecture}{name}」とありますが、{name}は{own}です。住所を確認してください。",
                    $"「{draft.Quote(span)}」を「{own}」に直してください。",
                    own + name
                );
            }
        }
    }

    private IEnumerable<Finding> WrongNumber(DraftText draft, List<Place> places, OrganisationProfile organisation)
    {
        foreach (Match match in Street().Matches(draft.Normal))
        {
            var street = Squeeze(match.Value);
            foreach (var place in places)
            {
                var town = TownOf(place.Street);
                if (
                    town.Length == 0
                    || street == place.Street
                    || TownOf(street) is not { Length: > 0 } other
                    || !other.EndsWith(town, StringComparison.Ordinal)
                )
                    continue;
                if (
                    street.EndsWith(place.Street, StringComparison.Ordinal)
                    || places.Any(known => street.EndsWith(known.Street, StringComparison.Ordinal))
                )
                    continue;
                if (!StandsBeside(draft.Normal, match, place.Name)) continue;
                var span = draft.At(match);
                yield return Facility.Weigh(
                    About.Find(
                        span,
                        $"「{place.Name}」の住所として「{draft.Quote(span)}」とありますが、登録された住所と違います。番地を確認してください。",
                        $"登録されている住所は「{place.Written}」です。"
                    ),
                    organisation,
                    place.Name
                );
                break;
            }
        }
    }

    /// <summary>
    /// The name right before the address, or right after it, with no more than brackets, a label and a postal code between.
    /// </summary>
    private static bool StandsBeside(string text, Match street, string name)
    {
        var before = text[Math.Max(0, street.Index - name.Length - 24)..street.Index];
        var at = before.LastIndexOf(name, StringComparison.Ordinal);
        if (at >= 0 && Gap().IsMatch(before[(at + name.Length)..])) return true;
        var after = text[(street.Index + street.Length)..].TrimStart(' ', '(', '、', '番', '地', '号');
        return after.StartsWith(name, StringComparison.Ordinal);
    }

    /// <summary>The name itself, and not as part of a longer one: 朝霞市 in 朝霞市立図書館 names another building.</summary>
    private static bool NamesPlace(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            if (name.EndsWith("役所", StringComparison.Ordinal) || name.EndsWith('庁') || name.EndsWith("役場", StringComparison.Ordinal))
                return true;
            var end = at + name.Length;
            if (end == text.Length || text[end] is ' ' or '(' or ')' or '、' or '。' or '」' or ':' or '\n') return true;
        }

        return false;
    }

    private static List<Place> Places(OrganisationProfile organisation)
    {
        var places = new List<Place>();
        if (organisation.Address.Length > 0)
        {
            var office = organisation.OfficialNames.FirstOrDefault(name => Office().IsMatch(name));
            if ((office ?? organisation.Name) is { Length: > 0 } named) places.Add(Place.Of(named, organisation.Address));
        }

        places.AddRange(organisation.Addresses.Select(entry => Place.Of(entry.Key, entry.Value)));
        return [.. places.Where(place => place.Street.Length > 0)];
    }

    private static string TownOf(string street) => Number().Match(street) is { Success: true } number ? street[..number.Index] : "";

    private static int LineEnd(string text, int from) => text.IndexOf('\n', from) is var end and >= 0 ? end : text.Length;

    /// <summary>Where the text prints a street with its number; numbers of telephones, days and links are none.</summary>
    internal static IEnumerable<Piece> StreetsIn(DraftText draft)
    {
        List<Piece> others =
        [
            .. draft.Phones.Select(number => number.Piece),
            .. DateScanner.Scan(draft.Normal).Select(date => date.Piece),
            .. draft.Urls.Select(url => url.Piece),
        ];
        return Street().Matches(draft.Normal)
            .Select(match => new Piece(match.Index, match.Index + match.Length))
            .Where(piece => !others.Exists(other => other.Start < piece.End && piece.Start < other.End));
    }

    internal static string Squeeze(string text) => Dashes().Replace(Spaces().Replace(NormalView.Of(text), ""), "-");

    /// <summary>A registered address: its code as seven digits, and town with house number (本町1-1-1) for comparing.</summary>
    private sealed record Place(string Name, string Written, string Code, string Street)
    {
        public static Place Of(string name, string written)
        {
            var normal = Squeeze(written);
            var code = Postal().Match(normal);
            var street = AddressBookRule.Street().Match(normal);
            return new Place(
                name,
                written,
                code.Success ? code.Groups["code"].Value.Replace("-", "", StringComparison.Ordinal) : "",
                street.Success ? street.Groups["street"].Value : ""
            );
        }
    }

    [GeneratedRegex(@"〒\s?(?<code>[0-9]{3}-?[0-9]{4})(?![0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Postal();

    [GeneratedRegex(
        @"(?:(?:東京都|北海道|大阪府|京都府|[^\s都道府県0-9、。]{2,3}県)?[^\s0-9、。()]{1,6}?[市区町村])?(?<street>[^\s0-9、。()市区〒-]{1,8}[0-9]{1,4}(?:[\-‐−ー][0-9]"
            + @"{1,4}){1,3})",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Street();

    [GeneratedRegex(@"^[\s(:、・]{0,3}(?:住所|所在地)?\s?:?\s?(?:〒?\s?[0-9]{3}-?[0-9]{4})?\s?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Gap();

    /// <summary>The town of the office of a prefecture.</summary>
    [GeneratedRegex(@"[都道府県](?<city>[^\s0-9都道府県]{1,6}[市区町村])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex City();

    [GeneratedRegex("[0-9]", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Spaces();

    [GeneratedRegex("(?<![‐−ー丁目番地号])(?>[‐−ー丁目番地号]+)(?=[0-9])", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Dashes();

    [GeneratedRegex("(?:役所|県庁|役場|都庁|道庁|府庁)$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Office();
}
