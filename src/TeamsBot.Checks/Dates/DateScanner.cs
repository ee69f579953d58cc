using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Dates;

/// <summary>
/// Finds dates in normalised text, in every form that municipal posts use: kanji, slashes, dots, era names and letters, kanji numerals,
/// English, lists and ranges that leave out the month. It reads what is written and settles no year; impossible dates are found too.
/// </summary>
internal static partial class DateScanner
{
    private const int Milliseconds = 2000;
    private const string Weekdays = "月火水木金土日";

    public static List<DateMention> Scan(string text)
    {
        var found = new List<DateMention>();
        var at = 0;
        while (at < text.Length)
        {
            var match = Core().Match(text, at);
            if (!match.Success) break;
            at = match.Index + match.Length;
            if (Read(text, match) is not { } mention) continue;
            mention = WithWeekday(text, mention);
            found.Add(mention);
            at = mention.Piece.End;
            at = Continue(text, found, at);
        }

        SharedWeekday.Apply(text, found);
        return found;
    }

    private static DateMention? Read(string text, Match match)
    {
        var piece = new Piece(match.Index, match.Index + match.Length);
        if (match.Groups["enmonth"].Success || match.Groups["enmonth2"].Success) return English(match, piece);
        if (match.Groups["loneday"].Success) return new DateMention(DateForm.DayOnly, piece, piece, null, 0, Digits(match, "loneday"));
        if (match.Groups["relmonth"].Success) return RelativeMonth(match, piece);
        int? year = match.Groups["y"].Success ? Digits(match, "y") : null;
        if (
            match.Groups["era"].Success
            && Era.Find(match.Groups["era"].Value) is { } era
            && JapaneseDate.Number(match.Groups["ey"].Value) is { } eraYear
        )
        {
            if (year is null && eraYear is > 0 and < 200) year = era.ToCalendarYear(eraYear);
        }

        if (JapaneseDate.Number(match.Groups["m"].Value) is not { } month || JapaneseDate.Number(match.Groups["d"].Value) is not { } day)
            return null;
        var form = match.Groups["kanji"].Success ? DateForm.Kanji : year is not null ? DateForm.YearFirst : DateForm.Slash;
        if (form == DateForm.Slash && !PlausibleSlash(text, match)) return null;
        return new DateMention(form, piece, piece, year, month, day) { YearOffset = Offset(match.Groups["rel"].Value) };
    }

    /// <summary>1/2 may be a fraction and 12.5 a number: a slash needs a real day, a dot needs a weekday after it.</summary>
    private static bool PlausibleSlash(string text, Match match)
    {
        var weekday =
            WeekdayTail().Match(text, match.Index + match.Length) is { Success: true } tail && tail.Index == match.Index + match.Length;
        if (weekday) return true;
        return match.Groups["sep"].Value == "/" && Digits(match, "m") is >= 1 and <= 12 && Digits(match, "d") is >= 1 and <= 31;
    }

    private static DateMention English(Match match, Piece piece)
    {
        var suffix = match.Groups["enmonth"].Success ? "" : "2";
        var name = match.Groups["enmonth" + suffix].Value[..3];
        var month =
            Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames, m =>
                m.Equals(name, StringComparison.OrdinalIgnoreCase)
            ) + 1;
        int? year = match.Groups["eny" + suffix].Success ? Digits(match, "eny" + suffix) : null;
        var mention = new DateMention(DateForm.English, piece, piece, year, month, Digits(match, "end" + suffix));
        var before = match.Groups["enw" + suffix];
        return before.Success
            ? mention with
            {
                Weekday = EnglishWeekday(before.Value),
                WeekdayAt = new Piece(before.Index, before.Index + before.Length),
            }
            : mention;
    }

    private static DateMention RelativeMonth(Match match, Piece piece) =>
        new(
            DateForm.RelativeMonth,
            piece,
            piece,
            null,
            match.Groups["relmonth"].Value switch
            {
                "来月" => 1,
                "再来月" => 2,
                "先月" => -1,
                _ => 0,
            },
            Digits(match, "reld")
        );

    private static int? Offset(string written) => written switch
    {
        "来年" => 1,
        "再来年" => 2,
        "今年" or "本年" => 0,
        "昨年" or "去年" => -1,
        "一昨年" => -2,
        _ => null,
    };

    private static DateMention WithWeekday(string text, DateMention mention)
    {
        var tail = WeekdayTail().Match(text, mention.Piece.End);
        if (!tail.Success || tail.Index != mention.Piece.End) return mention;
        var whole = mention with { Piece = mention.Piece with { End = tail.Index + tail.Length } };
        whole = whole with { MarkedHoliday = tail.Value.Contains('祝', StringComparison.Ordinal) };
        var letter = tail.Groups["w"] is { Success: true } bracket ? bracket : tail.Groups["bare"];
        if (letter.Success)
            return whole with
            {
                Weekday = JapaneseDate.ParseWeekday(letter.Value[0]),
                WeekdayAt = new Piece(letter.Index, letter.Index + 1),
            };
        return tail.Groups["en"] is { Success: true } en
            ? whole with { Weekday = EnglishWeekday(en.Value), WeekdayAt = new Piece(en.Index, en.Index + en.Length) }
            : whole;
    }

    /// <summary>Follows 12月5日 with ・6日, 〜8日(火) and the like; a shared bracket (土・日) is dealt out over the last days of the list.</summary>
    private static int Continue(string text, List<DateMention> found, int at)
    {
        while (found[^1].Form is not DateForm.English)
        {
            var next = Continuation().Match(text, at);
            if (!next.Success || next.Index != at || !StandsAlone(text, next)) break;
            var core = new Piece(next.Groups["d"].Index, next.Index + next.Length);
            var mention = new DateMention(DateForm.DayOnly, core, core, null, 0, Digits(next, "d")) { Continues = true };
            var dated = WithWeekday(text, mention);
            if (!next.Groups["unit"].Success && dated.Piece.End == mention.Piece.End) break;
            found.Add(dated);
            at = dated.Piece.End;
        }

        return DealOut(text, found, at);
    }

    /// <summary>In 12月5・6日 the first number carries no 日 but is one; in 12月5日・6人 the second is no day.</summary>
    private static bool StandsAlone(string text, Match next)
    {
        var end = next.Index + next.Length;
        return next.Groups["unit"].Success
            ? end >= text.Length || text[end] is not ('間' or '目' or '数' or '分')
            : end < text.Length && text[end] is '(' or '[' or '【';
    }

    private static int DealOut(string text, List<DateMention> found, int at)
    {
        if (found[^1].Weekday is not null) return at;
        var shared = SharedWeekdays().Match(text, at);
        if (!shared.Success || shared.Index != at) return at;
        var letters = shared.Value.Where(c => Weekdays.Contains(c, StringComparison.Ordinal)).ToArray();
        var places = Enumerable
            .Range(shared.Index, shared.Length)
            .Where(i => Weekdays.Contains(text[i], StringComparison.Ordinal))
            .ToArray();
        var list = 1;
        while (list < found.Count && found[^list].Continues) list++;
        for (var i = 0; letters.Length == list && i < list; i++)
        {
            var index = found.Count - list + i;
            found[index] = found[index] with
            {
                Weekday = JapaneseDate.ParseWeekday(letters[i]),
                WeekdayAt = new Piece(places[i], places[i] + 1),
            };
        }

        found[^1] = found[^1] with { Piece = found[^1].Piece with { End = at + shared.Length } };
        return at + shared.Length;
    }

    private static DayOfWeek EnglishWeekday(string name) => char.ToUpperInvariant(name[0]) switch
    {
        'M' => DayOfWeek.Monday,
        'W' => DayOfWeek.Wednesday,
        'F' => DayOfWeek.Friday,
        'T' => char.ToLowerInvariant(name[1]) == 'u' ? DayOfWeek.Tuesday : DayOfWeek.Thursday,
        _ => char.ToLowerInvariant(name[1]) == 'a' ? DayOfWeek.Saturday : DayOfWeek.Sunday,
    };

    private static int Digits(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private const string EnMonths =
        @"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
            + @"Dec(?:ember)?)";
    private const string EnDays =
        @"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)";
    private const string EraYear = @"(?<era>令和|平成|昭和|大正|明治)\s?(?<ey>元|[0-9]{1,3}|[一二三四五六七八九十]{1,3})";

    [GeneratedRegex(
        "(?:(?:"
            + EraYear
            + @"\s?(?:\((?<y>[0-9]{4})年?\)\s?年|年\s?\((?<y>[0-9]{4})年?\)|年)|(?<![0-9])(?<y>[0-9]{4})\s?(?:年\s?\("
            + EraYear
            + @"年?\)|\("
            + EraYear
            + @"年?\)\s?年|年)|(?<rel>来年|再来年|今年|本年|昨年|去年|一昨年))[のはに、]?\s?)?(?<![0-9.])(?:(?<m>[0-9]{1,2})\s?(?<kanji>月)\s?(?<d>[0-9]"
            + @"{1,3})(?:\s?日(?![本常頃程]?[間数目])|(?=\s?\([月火水木金土日祝])|(?=[・、,~〜][0-9]{1,2}日))|(?<m>[一二三四五六七八九十]"
            + @"{1,3})(?<kanji>月)(?<d>[一二三四五六七八九十]{1,4})日)"
            + @"|(?<![0-9A-Za-z/.\-])(?:(?<y>(?:19|20)[0-9]{2})|(?<era>[RHS]|令和?|平成?|昭和?)\.?\s?(?<ey>元|[0-9]"
            + @"{1,2}))\s?[./\-]\s?(?<m>[0-9]{1,2})\s?[./\-]\s?(?<d>[0-9]{1,2})(?![0-9/\-]|\.[0-9])"
            + @"|(?<![0-9A-Za-z/.\-,+第]|[0-9]:)(?<m>[0-9]{1,2})(?<sep>[/.\-])(?<d>[0-9]{1,2})(?![0-9/\-]|\.[0-9])"
            + @"|(?<relmonth>今月|来月|再来月|先月|本月)の?(?<reld>[0-9]{1,2})日(?!間|目)"
            + @"|(?:\b(?<enw>"
            + EnDays
            + @")\.?,?\s)?\b(?<enmonth>"
            + EnMonths
            + @")\.?\s(?<end>[0-9]{1,2})(?:st|nd|rd|th)?\b(?:,?\s(?<eny>20[0-9]{2}))?"
            + @"|(?:\b(?<enw2>"
            + EnDays
            + @")\.?,?\s)?(?<![0-9])(?<end2>[0-9]{1,2})(?:st|nd|rd|th)?\s(?<enmonth2>"
            + EnMonths
            + @")\b\.?(?:,?\s(?<eny2>20[0-9]{2}))?"
        + @"|(?<![0-9月/.])(?<loneday>[0-9]{1,2})日(?=\s?\([月火水木金土日][曜・)])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds)]
    private static partial Regex Core();

    [GeneratedRegex(
        @"\G(?:\s?[(\[【〔<〈「](?![^)\]】\n]{0,16}(?:除|以外))\s?(?:祝日?[・･/、,\s]?)?(?<w>[月火水木金土日])(?:曜日?)?(?:[・･/、,\s]?(?:国民の祝日|祝日?|振替休日|振替|振休|"
            + @"休日?|祭日?))?(?:[・･、,/\s:][^)\]】〕>〉」月火水木金土日][^)\]】〕>〉」\n]{0,20})?\s?[)\]】〕>〉」]|\s?\((?<hol>祝日?|祝休日|休日?)\)|"
            + @"\s?[・･]\s?(?<w>[月火水木金土日])(?:曜日?)?(?=\s?[)\]】〕>〉」])|"
            + @"\s?(?<bare>[月火水木金土日])曜日?|は、?\s?(?<bare>[月火水木金土日])曜日?(?=です|でした|なので|のため|にあた|。|$)|\s?\((?<en>(?i:"
            + EnDays
            + @"))\.?\)|,?\s?\b(?<en>"
            + EnDays
            + @")\b\.?)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex WeekdayTail();

    [GeneratedRegex(
        @"\G\s?[(\[【]\s?[月火水木金土日](?:曜日?)?(?:[・･、,/~〜\-]?[月火水木金土日](?:曜日?)?){1,6}(?:[・･、,/]?[祝休]日?)?\s?[)\]】]",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex SharedWeekdays();

    [GeneratedRegex(
        @"\G\s?(?:[・･、,~〜\-‐–—―と&]|から|より|および|及び|または|又は|並びに)\s?(?<d>[0-9]{1,2})(?![0-9/月:.])\s?(?<unit>日)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Milliseconds
    )]
    private static partial Regex Continuation();
}
