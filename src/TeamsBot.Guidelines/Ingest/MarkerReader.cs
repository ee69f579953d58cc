using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Reads the marker a line begins with. A line can be read in two ways (イ is the second of アイウ and the first of イロハ; "I" is a
/// letter and a Roman one): all readings are returned, the likelier first, and the outline takes the one that continues a list.
/// </summary>
internal static partial class MarkerReader
{
    private const string D = "[0-9０-９]";
    private const string K = "[〇一二三四五六七八九十百]";

    [GeneratedRegex($"^第(?<n>{D}+|{K}+)(?<u>[編章節款目条項号])(の(?<s>{D}+|{K}+))?(?![のにはを第及、から中各ま])[ 　]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Legal();

    [GeneratedRegex(
        $"^[(（【]?(?<w>附[ 　]*則|付[ 　]*則|別[ 　]*表|別[ 　]*紙|別[ 　]*記|参[ 　]*考|様[ 　]*式)[ 　]*(?<n>第?{D}*号?(様式)?)[)）】]?(?=$|[ 　:：(（\t])[ 　:：]*",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Named();

    [GeneratedRegex("^[(（]?注[)）:：][ 　]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Note();

    [GeneratedRegex("^(?<t>〈[^〉]{1,40}〉|【[^】]{1,40}】|＜[^＞]{1,40}＞|《[^》]{1,40}》|≪[^≫]{1,40}≫)[ 　]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex($"^(?<q>Q|Ｑ|問)[ 　]?(?<n>{D}*)(?=$|[.．:：、)） 　])[.．:：、)） 　]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Question();

    [GeneratedRegex(
        $"^(?<p>{D}{{1,2}}(?:[.．\\-－‐ー]{D}{{1,2}})+)(?![0-9０-９.．\\-－年月日時:：,，%％/])[.．]?(?=[ 　\\p{{L}}「『(（]|$)[ 　]*",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Dotted();

    [GeneratedRegex(
        $"^(?<l>[(（](?<i>{D}{{1,3}}|{K}+|[ア-ンｦ-ﾝ]|[a-zA-Zａ-ｚＡ-Ｚ]|[ivxIVXⅠ-Ⅻⅰ-ⅻ]+)[)）])[ 　]*",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Parenthesised();

    [GeneratedRegex($"^(?<l>(?<i>{D}{{1,2}}|[ア-ンｦ-ﾝ]|[a-zA-Zａ-ｚＡ-Ｚ]|[ivx]+)[)）])[ 　]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HalfParenthesised();

    [GeneratedRegex(
        $"^(?<l>(?<i>{D}{{1,2}}|{K}{{1,3}}|[ア-ンｦ-ﾝ]|[a-zA-Zａ-ｚＡ-Ｚ]|[IVXⅠ-Ⅻ]+)(?<d>[.．、,，]))(?!{D})[ 　]*",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Stopped();

    [GeneratedRegex(
        $"^(?<l>{D}{{1,2}}|{K}{{1,3}}|[ア-ンｦ-ﾝ]|[A-ZＡ-Ｚ]|[Ⅰ-Ⅻ]+|[IVX]{{1,4}})[ 　\\t]+(?=[^ 　\\t])",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Spaced();

    [GeneratedRegex(
        $"^(?<l>{D}{{1,2}}|[Ⅰ-Ⅻ])(?=[\\p{{IsCJKUnifiedIdeographs}}ァ-ヶA-Za-z「『])(?!{D}*[年月日時分秒人個回件名枚字文万億千百歳代割倍点円行階週台社章条項号位種類度課級段本冊部泊ヶか箇カ])",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Glued();

    [GeneratedRegex($"^※[ 　]?(?<n>{D}{{1,2}})(?![0-9０-９月日年時])[ 　:：.．]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberedNote();

    [GeneratedRegex("^(?<b>[・･•●◎◇◆□■▲△▼▽★☆◯▪▫➢✓✔※]|○(?![月日曜年時分○◯〇])|[-*–—](?=[ 　]))[ 　]*", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bullet();

    /// <summary>All readings of the line's beginning; empty for plain text.</summary>
    public static List<Marker> Read(string line)
    {
        var found = new List<Marker>(2);
        if (Legal().Match(line) is { Success: true } legal)
        {
            var (n, s) = (Number(legal.Groups["n"].Value), Number(legal.Groups["s"].Value));
            found.Add(new("第" + legal.Groups["u"].Value, (n * 1000) + s, legal.Value.Trim(' ', '\u3000'), legal.Length));
        }
        else if (Named().Match(line) is { Success: true } named)
        {
            var word = named
                .Groups["w"]
                .Value.Replace(" ", "", StringComparison.Ordinal)
                .Replace("　", "", StringComparison.Ordinal)
                .Replace("付則", "附則", StringComparison.Ordinal);
            found.Add(new("名" + word, 0, word + named.Groups["n"].Value, named.Length));
        }
        else if (Note().Match(line) is { Success: true } note) found.Add(new("名注", 0, "注", note.Length));
        else if (Bracketed().Match(line) is { Success: true } bracketed)
            found.Add(new("〈" + bracketed.Value[0], 0, bracketed.Groups["t"].Value, bracketed.Length));
        else if (Question().Match(line) is { Success: true } question)
            found.Add(
                new(
                    "Q",
                    Math.Max(1, Ordinals.Digits(question.Groups["n"].Value)),
                    question.Groups["q"].Value + question.Groups["n"].Value,
                    question.Length
                )
            );
        else if (Dotted().Match(line) is { Success: true } dotted) AddDotted(found, dotted);
        else if (Ordinals.Circled(line.Length > 0 ? line[0] : ' ') is > 0 and var circled)
            found.Add(new("①", circled, line[..1], 1 + line[1..].TakeWhile(c => c is ' ' or '\u3000').Count()));
        else if (line.Length > 0 && line[0] is >= '⑴' and <= '⒇')
            found.Add(new("(N)", line[0] - '⑴' + 1, line[..1], 1 + line[1..].TakeWhile(c => c is ' ' or '\u3000').Count()));
        else if (Parenthesised().Match(line) is { Success: true } both) AddKinds(found, both, "({0})");
        else if (HalfParenthesised().Match(line) is { Success: true } half) AddKinds(found, half, "{0})");
        else if (Stopped().Match(line) is { Success: true } stopped) AddKinds(found, stopped, "{0}.");
        else if (Spaced().Match(line) is { Success: true } spaced) AddKinds(found, spaced, "{0} ");
        else if (Glued().Match(line) is { Success: true } glued) AddKinds(found, glued, "{0} ");
        else if (NumberedNote().Match(line) is { Success: true } numbered)
            found.Add(new("※N", Ordinals.Digits(numbered.Groups["n"].Value), "※" + numbered.Groups["n"].Value, numbered.Length));
        else if (Bullet().Match(line) is { Success: true } bullet)
            found.Add(new(bullet.Groups["b"].Value, 0, bullet.Groups["b"].Value, bullet.Length));
        return found;
    }

    private static void AddDotted(List<Marker> found, Match match)
    {
        var parts = match.Groups["p"].Value.Split('.', '．', '-', '－', '‐', 'ー');
        found.Add(new($"N-{parts.Length}", Ordinals.Digits(parts[^1]), match.Groups["p"].Value, match.Length));
    }

    /// <summary>One style for each kind of number, with the marks around it as its shape.</summary>
    private static void AddKinds(List<Marker> found, Match match, string shape)
    {
        var label = match.Groups["l"].Value.TrimEnd('．', '、', '，');
        var inner = match.Groups["i"].Success ? match.Groups["i"].Value : label;
        void Add(string kind, int ordinal)
        {
            if (ordinal > 0) found.Add(new(shape.Replace("{0}", kind, StringComparison.Ordinal), ordinal, label, match.Length));
        }

        Add("N", Ordinals.Digits(inner));
        Add("漢", Ordinals.Kanji(inner));
        if (inner.Length == 1)
        {
            Add("ア", Ordinals.Katakana(inner[0]));
            Add("イロハ", Ordinals.IrohaOrder(inner[0]));
            var letter = inner.Normalize(System.Text.NormalizationForm.FormKC)[0];
            if (char.IsAsciiLetterLower(letter)) Add("a", letter - 'a' + 1);
            if (char.IsAsciiLetterUpper(letter)) Add("A", letter - 'A' + 1);
        }

        Add(char.IsLower(inner[0]) ? "i" : "Ⅰ", Ordinals.Roman(inner));
    }

    private static int Number(string text) =>
        text.Length == 0 ? 0
        : Ordinals.Digits(text) is > 0 and var digits ? digits
        : Ordinals.Kanji(text);
}
