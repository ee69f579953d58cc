using System.Buffers;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A private person's data: a name with an age, class, home address, number or a matter nobody should learn; a mobile number or private
/// mail box that is not in the organisation's directory; a number plate. People named for their office, talk, prize or work are only a
/// reminder of consent, and so is a notice of a missing person; a case word (滞納, 生活保護 …) outweighs that. Lists:
/// <c>Words/personal-data.yml</c>.
/// </summary>
internal sealed partial class PersonalDataRule : IRule
{
    /// <summary>How far before a name its school and year are looked for.</summary>
    private const int SchoolReach = 14;

    private static readonly SearchValues<string> ClassWords = SearchValues.Create(["組", "クラス", "くみ"], StringComparison.Ordinal);

    public RuleInfo About { get; } =
        new(
            "personal-data",
            Category.PersonalInfo,
            Severity.Block,
            "asaka-5-3-9",
            "tochigi-2-3",
            "yamaguchi-2-3",
            "private-3-1-4a",
            "tochigi-6-1-2"
        );

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var contacts = PrivateContacts.All(draft, context).ToList();
        var names = draft.People;
        foreach (var piece in names.Count == 0 && contacts.Count == 0 && !Classes(draft) ? [] : draft.Sentences)
        {
            var reach = contacts.Where(contact => Inside(contact.Where, piece)).ToList();
            var named = names.Where(name => Inside(name, piece)).ToList();
            foreach (var contact in reach)
            {
                var beside = named.Cast<Piece?>().FirstOrDefault(name => Distance(name!.Value, contact.Where) <= 12);
                var span = draft.At(beside is { } name ? Join(name, contact.Where) : contact.Where);
                yield return About.Find(span, $"「{draft.Quote(span)}」は、{contact.What}です。", contact.Advice, severity: contact.Severity);
                named.RemoveAll(other => Distance(other, contact.Where) <= 12);
            }

            foreach (var finding in Named(draft, context, piece, named)) yield return finding;
        }

        foreach (Match plate in Plate().Matches(draft.Normal))
        {
            if (
                plate.Index == 0
                || Scripts.Of(draft.Normal[plate.Index - 1]) is not (Script.Kanji or Script.Hiragana)
                    && draft.Normal[plate.Index - 1] is not ' '
            )
                continue;
            if (plate.Index + plate.Length < draft.Normal.Length && char.IsAsciiDigit(draft.Normal[plate.Index + plate.Length])) continue;
            var span = draft.At(plate);
            yield return About.Find(span, $"「{draft.Quote(span)}」は、車のナンバーです。持ち主が分かるおそれがあります。", "ナンバーを消してください。");
        }
    }

    /// <summary>One finding a sentence, over the names that something private stands beside.</summary>
    private IEnumerable<Finding> Named(DraftText draft, CheckContext context, Piece sentence, List<Piece> names)
    {
        var classed = Class().Matches(draft.Normal[sentence.Start..sentence.End])
            .Select(match => new Piece(sentence.Start + match.Index, sentence.Start + match.Index + match.Length))
            .Select(@class => WithName(draft.Normal, @class, sentence.End))
            .OfType<Piece>()
            .ToList();
        classed.AddRange(
            names.Where(name =>
                SchoolBefore()
                    .IsMatch(
                        draft.Normal.AsSpan(
                            Math.Max(sentence.Start, name.Start - SchoolReach),
                            Math.Max(0, Math.Min(SchoolReach, name.Start - sentence.Start))
                        )
                    )
            )
        );
        List<Piece> homes = names.Count == 0 ? [] : Homes(draft, sentence, names);
        // A form has the address on the line below the name.
        if (
            names.Count > 0
            && draft.SentenceAfter(sentence) is { } below
            && AddressLabel().IsMatch(draft.Normal.AsSpan(below.Start, below.Length))
        )
            homes.AddRange(Homes(draft, below, names));
        var housed = homes.Count == 0 ? [] : names.Where(name => homes.Exists(home => Distance(name, home) <= 15)).ToList();
        var exposed = names.Where(name => Aged(draft.Normal, name)).Concat(housed).Concat(classed).ToList();
        var cases = draft.Phrases.Within(List("cases"), sentence).ToList();
        var health = draft.Phrases.Within(List("health"), sentence).ToList();
        var isHealth = health.Count > 0;
        cases.AddRange(health);
        if (cases.Count > 0 && names.Count > 0) exposed = [.. exposed, .. names];
        if (exposed.Count == 0) yield break;
        var where = new Piece(exposed.Min(piece => piece.Start), exposed.Max(piece => piece.End));
        if (cases.Count > 0 && names.Count > 0 && cases[0].Start < where.Start && where.Start - cases[0].Start < 24)
            where = new Piece(cases[0].Start, where.End);
        var span = draft.At(where);
        if (cases.Count == 0 && housed.Count == 0 && (Public(draft, sentence) || draft.Phrases.Any(List("missing"))))
        {
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」に個人の名前と年齢などがあります。",
                "載せることに本人（または家族）の同意があるか確かめてください。",
                severity: Severity.Hint
            );
            yield break;
        }

        if (isHealth)
        {
            yield return About.Find(
                span, $"「{draft.Quote(span)}」から、個人の病気や障害が分かります（要配慮個人情報）。", "病名や症状などを消すか、本人の同意を記録して所属長の判断を受けてください。");
            yield break;
        }

        yield return About.Find(span, $"「{draft.Quote(span)}」から、個人とその事情が分かります。", "名前・年齢・組などを消すか、本人の同意を記録して所属長の判断を受けてください。");
    }

    /// <summary>A public role in the sentence itself or beside it.</summary>
    private static bool Public(DraftText draft, Piece sentence)
    {
        var before = draft.SentenceBefore(sentence) ?? sentence;
        var after = draft.SentenceAfter(sentence) ?? sentence;
        return draft.Phrases.AnyWithin(List("public_role"), new Piece(before.Start, after.End));
    }

    private static bool Aged(string text, Piece name) =>
        AgeAfter().IsMatch(text.AsSpan(name.End, Math.Min(10, text.Length - name.End)))
        || AgeBefore().IsMatch(text.AsSpan(Math.Max(0, name.Start - 6), Math.Min(6, name.Start)));

    /// <summary>
    /// Street addresses of a sentence that are no venue's, or of which it says that somebody lives there; an address stands for a home when
    /// a name is within fifteen characters. A venue named elsewhere in the sentence excuses none: what stands nearer to the address, venue
    /// or name, is what it belongs to.
    /// </summary>
    private static List<Piece> Homes(DraftText draft, Piece sentence, List<Piece> names)
    {
        var homes = new List<Piece>();
        var venues = draft.Phrases.Within(List("venue"), sentence).ToList();
        foreach (var address in Street().EnumerateMatches(draft.Normal.AsSpan(sentence.Start, sentence.Length)))
        {
            var home = new Piece(sentence.Start + address.Index, sentence.Start + address.Index + address.Length);
            if (
                !venues.Exists(venue => IsNearer(venue, names, home))
                || Lives().IsMatch(draft.Normal.AsSpan(home.End - 1, Math.Min(6, sentence.End - home.End + 1)))
                || draft.Normal.AsSpan(home.Start, home.Length).Contains('住')
            )
                homes.Add(home);
        }

        return homes;
    }

    /// <summary>The venue right behind the address, or on either side nearer to it than any name.</summary>
    private static bool IsNearer(Piece venue, List<Piece> names, Piece home) =>
        (venue.Start >= home.End && venue.Start - home.End <= BehindReach)
        || names.TrueForAll(name => Distance(venue, home) <= Distance(name, home));

    /// <summary>How far behind an address the name of its building stands: 本町3-2-1 田中商店.</summary>
    private const int BehindReach = 8;

    [GeneratedRegex(
        "^(ご?住所|自宅|お住まい)( ?: ?|は)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AddressLabel();

    [GeneratedRegex("在住|お?住まい|に住む|居住", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Lives();

    private static bool Classes(DraftText draft) => draft.Normal.AsSpan().ContainsAny(ClassWords);

    /// <summary>A class followed by a name, with or without a title.</summary>
    private static Piece? WithName(string text, Piece @class, int end)
    {
        var at = @class.End;
        while (at < end && text[at] is ' ' or 'の' or ':' or '、') at++;
        return PersonNames.Bare(text, at, Math.Min(end, at + 8)) is { } name ? new Piece(@class.Start, name.End) : null;
    }

    private static int List(string name) => PhraseBook.Embedded.Lists("personal-data", name).First();

    private static bool Inside(Piece piece, Piece sentence) => piece.Start >= sentence.Start && piece.Start < sentence.End;

    private static int Distance(Piece a, Piece b) => a.Start < b.Start ? b.Start - a.End : a.Start - b.End;

    private static Piece Join(Piece a, Piece b) => new(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));

    [GeneratedRegex(
        @"^( ?\((\d|[1-9]\d|1[01]\d)(歳|才)?[)、・]|(は|が|、)?(\d|[1-9]\d|1[01]\d)(歳|才))",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AgeAfter();

    [GeneratedRegex(@"\d(歳|才)の ?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex AgeBefore();

    [GeneratedRegex(
        @"\d年[ 　]?[\dA-Z一二三四五六](組|クラス|くみ)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Class();

    /// <summary>A school and a year, as they stand before a pupil's name: 青葉小2年の, 東中学校3年.</summary>
    [GeneratedRegex(
        @"\p{L}(小|中|高|小学校|中学校|高校|高等学校) ?[1-6一二三四五六]年(生|)(の|・|:|、|)?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SchoolBefore();

    [GeneratedRegex(
        @"[A-Z\d一二三四五六七八九]{1,2}号?棟 ?\d{2,4}号|\d{3,4}号室|[市区町村郡字台丘本東西南北上下中]\p{L}{0,8}\d{1,4}(丁目|番地|番|-\d{1,4}|の\d{1,4})|大?字\p{L}{1,8}\d{1,5}|"
            + @"[一二三四五六七八九十]{1,3}丁目[一二三四五六七八九十\d]{1,4}番|(コーポ|ハイツ|メゾン|アパート|マンション|ハイム|レジデンス)[\p{L}・]{0,8} ?\d{1,4}(号室|号|)|\p{L}"
            + @"{2,8}[1-9]\d{0,2}-\d{1,3}(-\d{1,4}|)( ?\p{L}{0,8} ?\d{0,4}(号室|号)?)?(に|)(在住|お住まい|住まい|住む|居住)|\p{L}{2,8}[1-9]\d{0,2}-\d"
            + @"{1,3}-\d{1,3}",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Street();

    [GeneratedRegex(
        @"[1-9][0-9A-Z]{1,2} ?[あ-んれ] ?[・.\-\d]{1,2}\d?-?\d{2}",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Plate();
}
