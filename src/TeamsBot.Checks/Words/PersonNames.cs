using System.Buffers;
using System.Reflection;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Words;

/// <summary>
/// Finds where a text names a person: a known family name, alone or with a given name, before さん, 様 and the like, or any short name before
/// さん and an age in brackets. It knows no given names and no foreign family names but the commonest, and it cannot tell a person from a
/// shop called 鈴木さん.
/// </summary>
internal static partial class PersonNames
{
    private static readonly HashSet<string> Surnames = Load();
    private static readonly int Longest = Surnames.Max(name => name.Length);
    private static readonly SearchValues<string> Titles = SearchValues.Create(
        ["さん", "様", "氏", "くん", "君", "ちゃん", "さま", "殿"],
        StringComparison.Ordinal
    );

    /// <summary>Letters of places and offices, which no given name holds: 池田小学校(3) is none.</summary>
    private static readonly SearchValues<char> Places = SearchValues.Create("校学園館町市区村駅店院所課部室会社寺橋川池山丘台線号階棟組班番丁目年度月日");

    /// <summary>Characters that end an office or a role before a family name: 防災課山田さん.</summary>
    private const string RoleEnds = "課係部長室局班員者民組番士師生主";

    /// <summary>People without a name.</summary>
    private static readonly HashSet<string> Nobody = new(
        [
            "お客", "客", "皆", "患者", "業者", "農家", "学生", "生徒", "児童", "園児", "職員", "市民", "住民", "参加者", "母", "父", "奥", "娘", "息子", "孫", "祖母", "祖父",
            "妊婦", "利用者", "受講生", "店主", "職人", "店長", "先輩", "後輩", "大家", "王", "神", "仏", "殿", "姫", "若", "子供", "赤", "職人", "漁師", "大工", "選手", "保護者",
            "当選者", "申込者", "参列者", "世帯主",
        ],
        StringComparer.Ordinal
    );

    /// <summary>Every named person, with title; in order.</summary>
    public static IEnumerable<Piece> All(DraftText draft)
    {
        var text = draft.Normal;
        for (var at = 0; at < text.Length;)
        {
            var next = text.AsSpan(at).IndexOfAny(Titles);
            if (next < 0) yield break;
            at += next;
            var title = TitleLength(text, at);
            if (title > 0 && NameLength(text, at, Aged(text, at + title)) is var length and > 0)
                yield return new Piece(at - length, at + title);
            at += Math.Max(1, title);
        }
    }

    /// <summary>Full names without a title but with an age in brackets, as lists of people have them: 山田太郎(68).</summary>
    public static IEnumerable<Piece> Listed(DraftText draft)
    {
        var text = draft.Normal;
        for (var at = text.IndexOf('('); at >= 0; at = text.IndexOf('(', at + 1))
        {
            if (!Aged(text, at)) continue;
            var run = 0;
            while (run < 7 && at - run - 1 >= 0 && Scripts.Of(text[at - run - 1]) is Script.Kanji or Script.Hiragana) run++;
            for (var length = Math.Min(run, 6); length >= 3; length--)
            {
                var name = text.AsSpan(at - length, length);
                if (
                    length < run
                    && Scripts.Of(text[at - length - 1]) is Script.Kanji
                    && !RoleEnds.Contains(text[at - length - 1], StringComparison.Ordinal)
                )
                    continue;
                if (
                    Family(name) is not (var family and > 0)
                    || length - family is < 1 or > 3
                    || name[family..].ContainsAny(Places)
                    || Scripts.Of(name[0]) is not Script.Kanji
                )
                    continue;
                yield return new Piece(at - length, at);
                break;
            }
        }
    }

    /// <summary>Names behind the label of a form: 氏名：山田花子.</summary>
    public static IEnumerable<Piece> Labelled(DraftText draft)
    {
        foreach (Match label in NameLabel().Matches(draft.Normal))
        {
            var at = label.Index + label.Length;
            if (Bare(draft.Normal, at, Math.Min(draft.Normal.Length, at + 8)) is { } name) yield return name;
        }
    }

    [GeneratedRegex(
        "(氏名|お名前|名前|世帯主|申込者|届出人|被害者|相談者)( ?: ?|は、?| )",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex NameLabel();

    /// <summary>
    /// A family name with a given name and no title, as in lists and labels: 山田 太郎. The caller knows that a name is to be expected.
    /// </summary>
    public static Piece? Bare(string text, int start, int end)
    {
        for (var length = Math.Min(Longest, end - start); length > 0; length--)
        {
            if (!Surnames.Contains(text.Substring(start, length))) continue;
            var to = start + length;
            if (to < end && text[to] is ' ') to++;
            var given = to;
            while (given < end && given - to < 4 && Scripts.Of(text[given]) is Script.Kanji or Script.Hiragana or Script.Katakana) given++;
            return new Piece(start, given);
        }

        return null;
    }

    public static bool IsSurname(string word) => Surnames.Contains(word);

    private static int TitleLength(string text, int at)
    {
        if (Is("さん") || Is("くん") || Is("さま")) return 2;
        if (Is("ちゃん")) return 3;
        if (text[at] is '氏') return at + 1 < text.Length && text[at + 1] is '名' or '神' or '子' ? 0 : 1;
        if (text[at] is '様') return at + 1 < text.Length && text[at + 1] is '々' or '式' or '子' or '相' or '変' ? 0 : 1;
        return text[at] is '君' or '殿' ? 1 : 0;

        bool Is(string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
    }

    /// <summary>How many characters before the title are the name; 0 when nobody is named.</summary>
    private static int NameLength(string text, int title, bool aged)
    {
        var run = 0;
        while (run < 8 && title - run - 1 >= 0 && Scripts.Of(text[title - run - 1]) is Script.Kanji) run++;
        var space = run is > 0 and < 5 && title - run - 1 > 0 && text[title - run - 1] is ' ' ? Family(text, title - run - 1) : 0;
        if (space > 0) return run + 1 + space;
        for (var length = run; length > 0; length--)
        {
            var start = title - length;
            if (length < run && !RoleEnds.Contains(text[start - 1], StringComparison.Ordinal)) continue;
            if (length <= 5 && Family(text.AsSpan(start, length)) is var family and > 0 && length - family <= 3) return length;
        }

        if (run == 0 && KanaGiven(text, title) is var kana and > 0) return kana;
        if (!aged || run is 0 or > 5) return aged ? KanaName(text, title) : 0;
        return Nobody.Contains(text.Substring(title - run, run)) ? 0 : run;
    }

    /// <summary>A family name in kanji with a given name in kana: 田中さくらさん.</summary>
    private static int KanaGiven(string text, int title)
    {
        var kana = 0;
        while (kana < 5 && title - kana - 1 >= 0 && Scripts.Of(text[title - kana - 1]) is Script.Hiragana or Script.Katakana) kana++;
        if (kana is < 2 or > 4) return 0;
        var at = title - kana;
        if (at > 0 && text[at - 1] is ' ') at--;
        var family = Family(text, at);
        return family > 0 ? title - at + family : 0;
    }

    private static int KanaName(string text, int title)
    {
        var kana = 0;
        while (
            kana < 12 && title - kana - 1 >= 0 && (Scripts.Of(text[title - kana - 1]) is Script.Katakana || text[title - kana - 1] is '・')
        )
            kana++;
        return kana is >= 2 and < 12 ? kana : 0;
    }

    /// <summary>Length of the family name that ends at a position and starts where kanji start, or after an office.</summary>
    private static int Family(string text, int end)
    {
        for (var length = Math.Min(Longest, end); length > 0; length--)
        {
            var start = end - length;
            if (!Surnames.Contains(text.Substring(start, length))) continue;
            if (
                start == 0
                || Scripts.Of(text[start - 1]) is not Script.Kanji
                || RoleEnds.Contains(text[start - 1], StringComparison.Ordinal)
            )
                return length;
        }

        return 0;
    }

    /// <summary>Length of the family name that a whole name starts with.</summary>
    private static int Family(ReadOnlySpan<char> name)
    {
        for (var length = Math.Min(Longest, name.Length); length > 0; length--)
        {
            if (Surnames.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name[..length])) return length;
        }

        return 0;
    }

    private static bool Aged(string text, int after) => AgeInBrackets().IsMatch(text.AsSpan(after, Math.Min(8, text.Length - after)));

    [GeneratedRegex(
        @"^ ?\((\d|[1-9]\d|1[01]\d)(歳|才)?[)、・]",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex AgeInBrackets();

    private static HashSet<string> Load()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("words/surnames.txt")!);
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#')) names.UnionWith(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return names;
    }
}
