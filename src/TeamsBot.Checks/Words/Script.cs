namespace TeamsBot.Checks.Words;

/// <summary>The scripts of Japanese writing. Where the script changes, a word usually ends; that is all this is used for.</summary>
internal enum Script
{
    Other,
    Kanji,
    Hiragana,
    Katakana,
    Latin,
}

internal static class Scripts
{
    public static Script Of(char c) => c switch
    {
        (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '々' or '〆' => Script.Kanji,
        >= '\u3041' and <= '\u309F' => Script.Hiragana,
        >= '\u30A1' and <= '\u30FE' and not '・' => Script.Katakana,
        (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') => Script.Latin,
        _ => Script.Other,
    };

    /// <summary>True when a word may start or end between the two neighbours of a position.</summary>
    public static bool Changes(string text, int at) =>
        at <= 0 || at >= text.Length || Of(text[at - 1]) is var before && (before == Script.Other || before != Of(text[at]));
}
