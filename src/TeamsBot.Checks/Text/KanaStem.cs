namespace TeamsBot.Checks.Text;

/// <summary>
/// Official names in which the organisation's own name is written as it sounds: 県立やまなみ美術館 for 県立山波美術館. The reading of a place is in no
/// list; that of one of its letters is enough, when the rest of the name stands around it.
/// </summary>
internal sealed class KanaStem
{
    /// <summary>So much of the name must stand around the kana: あさか市 may be meant, あさか市役所 is not.</summary>
    private const int ShortestRest = 3;

    /// <summary>The longest reading of one kanji.</summary>
    private const int Reading = 3;

    /// <summary>How letters are usually read at the head of a place's name; own choice of letters that have one such reading.</summary>
    private static readonly string[] Usual =
        ("星ほし 高たか 松まつ 石いし 島しま 福ふく 広ひろ 岡おか 横よこ 秋あき 鹿か 熊くま 宮みや 黒くろ 藤ふじ 花はな 岩いわ 竹たけ 梅うめ 滝たき 浜はま 津つ 亀かめ 倉くら 船ふな 立たち 国くに 武む 府ふ 狭さ 所ところ 川かわ 桶おけ "
            + "鴻こう 深ふか 蕨わらび 戸と 富ふ").Split(
            ' '
        );

    private readonly List<(string Before, string After, string Name)> names = [];
    private readonly string first;
    private readonly int longest;

    /// <param name="stem">The organisation's name without 市, 区, 町, 村, 県.</param>
    public KanaStem(IEnumerable<string> official, string stem)
    {
        first = stem.Length >= 2 && !stem.Any(IsHiragana) ? ReadingOf(stem[0]) : "";
        longest = first.Length + (Reading * (stem.Length - 1));
        if (first.Length == 0) return;
        foreach (var name in official)
        {
            var at = name.IndexOf(stem, StringComparison.Ordinal);
            if (at >= 0 && name.Length - stem.Length >= ShortestRest && at + stem.Length < name.Length)
                names.Add((name[..at], name[(at + stem.Length)..], name));
        }
    }

    public IEnumerable<(Piece Piece, string Name)> Find(string text)
    {
        foreach (var (before, after, name) in names)
        {
            for (
                var end = text.IndexOf(after, StringComparison.Ordinal);
                end >= 0;
                end = text.IndexOf(after, end + 1, StringComparison.Ordinal)
            )
            {
                var from = end;
                while (from > 0 && end - from < longest && IsHiragana(text[from - 1])) from--;
                var start = end == from ? -1 : text.LastIndexOf(first, end - 1, end - from, StringComparison.Ordinal);
                if (
                    start < 0
                    || end - start <= first.Length
                    || string.CompareOrdinal(text, start - before.Length, before, 0, before.Length) != 0
                )
                    continue;
                yield return (new Piece(start - before.Length, end + after.Length), name);
            }
        }
    }

    private static string ReadingOf(char letter) =>
        Usual.FirstOrDefault(pair => pair[0] == letter) is { } usual ? usual[1..] : NameVariants.KanaOf(letter);

    private static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ゖ';
}
