using System.Buffers;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Text;

/// <summary>
/// Words of two or three kanji in which one letter is another of the same reading or shape: 余約, 健康新断, 防災訓連, 体育間. From lists: common words,
/// the letters of each reading and shape, and the words that come out of an exchange and are right (公園 for 講演). A find must fill its run of
/// kanji, alone or beside other words of the list, so that two neighbours that only share letters (自治会町内) are no word; and what follows in
/// kana must be what may follow a noun.
/// </summary>
internal static class MistakenCompounds
{
    /// <summary>Letters that stand before or behind a word without being part of it: 各会場, 予約制.</summary>
    private const string Affixes = "各両全再新旧本当毎御制者書用時日前後中内外等的先料費金表票券証員会課係室所館場数量率性化別版号部品類器機具";

    /// <summary>Kana that may follow a noun: particles, する and です, and what a particle or a stop may be part of.</summary>
    private const string Followers = "をがはにのもでとやへさしすせまかなだっ";

    /// <summary>
    /// Letters that make words with nearly any other, behind it and before it: 庁内 is as good as 町内. What is left of a word must be none of
    /// them.
    /// </summary>
    private const string Endings = "内外上下中前後間員民長立道税費料金所場書証会室課者用時日月年期度代分化性的式制線号側方部局庁園校院店社家屋地市町村区県国人物品名数量車機力";
    private const string Beginnings = "新旧再未無不非全各両本同当前後大小高低長短多少諸副正準最総主要初毎今来翌昨市町村区県国住家車人公私学";

    private static readonly SearchValues<char> NotBehindName = SearchValues.Create("さ様氏君く殿");
    private static readonly HashSet<string> Known =
    [
        .. Read("compounds.txt").Concat(Read("terms.txt")).Where(word => word.Length is 2 or 3),
    ];
    private static readonly HashSet<string> All = [.. Known, .. Read("compound-words.txt")];
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Variants = Variant()
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The words of both lists: those that are searched for and those that an exchange makes and that are right.</summary>
    public static IReadOnlySet<string> Words => All;

    public static IEnumerable<(int Start, int Length, string Right)> Find(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            if (Scripts.Of(text[start]) is not Script.Kanji)
            {
                start++;
                continue;
            }

            var end = start + 1;
            while (end < text.Length && Scripts.Of(text[end]) is Script.Kanji) end++;
            for (var at = start; at + 2 <= end; at++)
            {
                for (var length = Math.Min(3, end - at); length >= 2; length--)
                {
                    if (!Variants.TryGetValue(text.AsSpan(at, length), out var right)) continue;
                    if (
                        !Beside(text.AsSpan(start, at - start))
                        || !Beside(text.AsSpan(at + length, end - at - length))
                        || !MayEnd(text, end)
                    )
                        continue;
                    yield return (at, length, right);
                    break;
                }
            }

            start = end;
        }
    }

    /// <summary>Nothing, one affix, or whole words of the list.</summary>
    private static bool Beside(ReadOnlySpan<char> rest) => rest.Length switch
    {
        0 => true,
        1 => Affixes.Contains(rest[0], StringComparison.Ordinal),
        > 6 => false,
        _ => (Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[..2]) && Beside(rest[2..]))
            || (rest.Length >= 3 && Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[..3]) && Beside(rest[3..]))
            || (Affixes.Contains(rest[0], StringComparison.Ordinal) && rest.Length == 3 && Beside(rest[1..])),
    };

    private static bool MayEnd(string text, int end) =>
        end >= text.Length
        || (
            Scripts.Of(text[end]) is Script.Hiragana
                ? (Followers.Contains(text[end], StringComparison.Ordinal) || CompoundTail(text, end)) && !Titled(text, end)
                : !NotBehindName.Contains(text[end])
        );

    /// <summary>Kana words that make one word with the kanji before them: 粗大ごみ, 健康づくり.</summary>
    private static bool CompoundTail(string text, int end) =>
        string.CompareOrdinal(text, end, "ごみ", 0, 2) == 0
        || string.CompareOrdinal(text, end, "づくり", 0, 3) == 0
        || string.CompareOrdinal(text, end, "まつり", 0, 3) == 0;

    private static bool Titled(string text, int end) =>
        string.CompareOrdinal(text, end, "さん", 0, 2) == 0
        || string.CompareOrdinal(text, end, "くん", 0, 2) == 0
        || string.CompareOrdinal(text, end, "さま", 0, 2) == 0;

    private static Dictionary<string, string> Variant()
    {
        var variants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in Known)
        {
            for (var i = 0; i < word.Length; i++)
            {
                if (Free(word, i)) continue;
                foreach (var other in Readings.Like(word[i]).Concat(MistakenTerms.Like(word[i])))
                {
                    var wrong = $"{word[..i]}{other}{word[(i + 1)..]}";
                    if (!All.Contains(wrong)) variants.TryAdd(wrong, word);
                }
            }
        }

        return variants;
    }

    /// <summary>
    /// True when what is left of the word goes with nearly any letter. The last of three letters is such a place, but for 館, which nothing
    /// of its sound replaces.
    /// </summary>
    private static bool Free(string word, int i) =>
        word.Length == 3 ? i == 2 && word[2] != '館'
        : i == 0 ? Endings.Contains(word[1], StringComparison.Ordinal)
        : Beginnings.Contains(word[0], StringComparison.Ordinal);

    private static IEnumerable<string> Read(string file) =>
        EmbeddedText.Lines(file).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
