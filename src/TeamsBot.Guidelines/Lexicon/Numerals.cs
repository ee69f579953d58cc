using System.Globalization;
using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Lexicon;

/// <summary>
/// Kanji numerals in front of a counter as digits, so that 十六文字 and 16文字 are the same. Numbers above 99 and words such as 一方 stay.
/// </summary>
internal static partial class Numerals
{
    private const string Digits = "〇一二三四五六七八九";

    [GeneratedRegex(
        "(?<n>[二三四五六七八九]?十[一二三四五六七八九]?|(?<![一二三四五六七八九十百千万])[一二三四五六七八九])(?=(文字|字|桁|歳|回|個|枚|件|円|年|か月|カ月|ヶ月|ケ月|月|日|週|時間|分以|秒|人|名|以上|以内|段階|要素|"
            + "代))",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex BeforeCounter();

    public static string AsDigits(string text) =>
        BeforeCounter().Replace(text, match => Value(match.Groups["n"].Value).ToString(CultureInfo.InvariantCulture));

    private static int Value(string kanji)
    {
        var ten = kanji.IndexOf('十', StringComparison.Ordinal);
        if (ten < 0) return Digits.IndexOf(kanji[0], StringComparison.Ordinal);
        var tens = ten == 0 ? 1 : Digits.IndexOf(kanji[0], StringComparison.Ordinal);
        return (tens * 10) + (ten + 1 < kanji.Length ? Digits.IndexOf(kanji[ten + 1], StringComparison.Ordinal) : 0);
    }
}
