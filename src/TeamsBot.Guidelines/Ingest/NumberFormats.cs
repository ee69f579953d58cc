using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>Writes a list number the way a word processor prints it.</summary>
internal static class NumberFormats
{
    private static readonly string[] Romans =
    [
        "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV",
    ];
    private const string Aiueo = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン";
    private const string Iroha = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス";

    public static string Roman(int number) => number > 0 && number < Romans.Length ? Romans[number] : Plain(number);

    public static string Write(NumberFormatValues format, int number) => format switch
    {
        NumberFormatValues.DecimalFullWidth or NumberFormatValues.DecimalFullWidth2 => string.Concat(
            Plain(number).Select(digit => (char)(digit - '0' + '０'))
        ),
        NumberFormatValues.DecimalEnclosedCircle or NumberFormatValues.DecimalEnclosedCircleChinese when number is > 0 and <= 20 => (
            (char)('①' + number - 1)
        ).ToString(),
        NumberFormatValues.Aiueo when number is > 0 and <= 46 => ((char)('ｱ' + number - 1)).ToString(),
        NumberFormatValues.AiueoFullWidth when number is > 0 and <= 46 => Aiueo[number - 1].ToString(),
        NumberFormatValues.Iroha or NumberFormatValues.IrohaFullWidth when number is > 0 and <= 47 => Iroha[number - 1].ToString(),
        NumberFormatValues.JapaneseCounting
        or NumberFormatValues.JapaneseDigitalTenThousand
        or NumberFormatValues.IdeographDigital
        or NumberFormatValues.ChineseCounting => Kanji(number),
        NumberFormatValues.UpperRoman => Roman(number),
        NumberFormatValues.LowerRoman => Roman(number).ToLowerInvariant(),
        NumberFormatValues.UpperLetter when number is > 0 and <= 26 => ((char)('A' + number - 1)).ToString(),
        NumberFormatValues.LowerLetter when number is > 0 and <= 26 => ((char)('a' + number - 1)).ToString(),
        NumberFormatValues.None => "",
        _ => Plain(number),
    };

    private static string Kanji(int number)
    {
        const string digits = "〇一二三四五六七八九";
        var (tens, ones) = (number / 10, number % 10);
        if (number is <= 0 or >= 100) return Plain(number);
        return (tens > 1 ? digits[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? digits[ones].ToString() : "");
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
