using System.Text;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>Reads the numbers that documents count with. Every method returns 0 for what is not such a number.</summary>
internal static class Ordinals
{
    private const string Gojuon = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string Iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";
    private const string KanjiDigits = "〇一二三四五六七八九";

    public static int Digits(string text) =>
        text.Length is > 0 and <= 3 && int.TryParse(text.Normalize(NormalizationForm.FormKC), System.Globalization.NumberStyles.None,
            System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static int Kanji(string text)
    {
        var (total, digit) = (0, 0);
        foreach (var c in text)
        {
            if (c == '百') (total, digit) = (total + (Math.Max(digit, 1) * 100), 0);
            else if (c == '十') (total, digit) = (total + (Math.Max(digit, 1) * 10), 0);
            else if (KanjiDigits.IndexOf(c, StringComparison.Ordinal) is >= 0 and var d) digit = (digit * 10) + d;
            else return 0;
        }

        return total + digit;
    }

    public static int Katakana(char c) => Gojuon.IndexOf(Wide(c), StringComparison.Ordinal) + 1;

    public static int IrohaOrder(char c) => Iroha.IndexOf(Wide(c), StringComparison.Ordinal) + 1;

    public static int Circled(char c) => c switch
    {
        >= '①' and <= '⑳' => c - '①' + 1,
        >= '㉑' and <= '㉟' => c - '㉑' + 21,
        >= '㊱' and <= '㊿' => c - '㊱' + 36,
        >= '❶' and <= '❿' => c - '❶' + 1,
        >= '⓵' and <= '⓾' => c - '⓵' + 1,
        _ => 0,
    };

    public static int Roman(string text) => text.Normalize(NormalizationForm.FormKC).ToUpperInvariant() switch
    {
        "I" => 1,
        "II" => 2,
        "III" => 3,
        "IV" => 4,
        "V" => 5,
        "VI" => 6,
        "VII" => 7,
        "VIII" => 8,
        "IX" => 9,
        "X" => 10,
        "XI" => 11,
        "XII" => 12,
        _ => 0,
    };

    /// <summary>ｱ is counted as ア; only the label keeps the width it was printed in.</summary>
    private static char Wide(char c) => c is >= '\uFF66' and <= '\uFF9D' ? c.ToString().Normalize(NormalizationForm.FormKC)[0] : c;
}
