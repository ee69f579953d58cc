using System.Buffers;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Text;

/// <summary>
/// Words of two kanji in which one letter is another of the same reading: 余約, 健康新断, 防災訓連. From three lists: common words, the letters of each reading, and the words
/// that come out of an exchange and are right (公園 for 講演). A find must fill its run of kanji, alone or beside other words of the list, so that
/// two neighbours that only share letters (自治会町内) are no word; and what follows in kana must be what may follow a noun.
/// </summary>
internal static class MistakenCompounds
{
    /// <summary>Letters that stand before or behind a word without being part of it: 各会場, 予約制.</summary>
    private const string Affixes = "各両全再新旧本当毎御制者書用時日前後中内外等的先料費金表票券証員会課係室所館場数量率性化別版号部品類";

    /// <summary>Kana that may follow a noun: particles, する and です, and what a particle or a stop may be part of.</summary>
    private const string Followers = "をがはにのもでとやへさしすせまかなだっ";

    /// <summary>Letters that make words with nearly any other, behind it and before it: 庁内 is as good as 町内. What is left of a word must be none of them.</summary>
    private const string Endings = "内外上下中前後間員民長立道税費料金所場書証会室課者用時日月年期度代分化性的式制線号側方部局庁園校院店社家屋地市町村区県国人物品名数量車機力";
    private const string Beginnings = "新旧再未無不非全各両本同当前後大小高低長短多少諸副正準最総主要初毎今来翌昨市町村区県国住家車人公私学";

    private static readonly SearchValues<char> NotBehindName = SearchValues.Create("さ様氏君く殿");
    private static readonly HashSet<string> Known = [.. Read("compounds.txt")];
    private static readonly HashSet<string> All = [.. Known, .. Read("compound-words.txt")];
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Variants = Variant().GetAlternateLookup<ReadOnlySpan<char>>();

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
                if (!Variants.TryGetValue(text.AsSpan(at, 2), out var right)) continue;
                if (Beside(text.AsSpan(start, at - start)) && Beside(text.AsSpan(at + 2, end - at - 2)) && MayEnd(text, end)) yield return (at, 2, right);
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
        _ => (Known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(rest[..2]) && Beside(rest[2..])) || (Affixes.Contains(rest[0], StringComparison.Ordinal) && rest.Length == 3 && Beside(rest[1..])),
    };

    private static bool MayEnd(string text, int end) =>
        end >= text.Length
        || (Scripts.Of(text[end]) is Script.Hiragana ? Followers.Contains(text[end], StringComparison.Ordinal) && !Titled(text, end) : !NotBehindName.Contains(text[end]));

    private static bool Titled(string text, int end) => string.CompareOrdinal(text, end, "さん", 0, 2) == 0 || string.CompareOrdinal(text, end, "くん", 0, 2) == 0 || string.CompareOrdinal(text, end, "さま", 0, 2) == 0;

    private static Dictionary<string, string> Variant()
    {
        var variants = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in Known)
        {
            for (var i = 0; i < word.Length; i++)
            {
                if (i == 0 ? Endings.Contains(word[1], StringComparison.Ordinal) : Beginnings.Contains(word[0], StringComparison.Ordinal)) continue;
                foreach (var other in Readings.Like(word[i]))
                {
                    var wrong = $"{word[..i]}{other}{word[(i + 1)..]}";
                    if (!All.Contains(wrong)) variants.TryAdd(wrong, word);
                }
            }
        }

        return variants;
    }

    private static IEnumerable<string> Read(string file) => EmbeddedText.Lines(file).SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
