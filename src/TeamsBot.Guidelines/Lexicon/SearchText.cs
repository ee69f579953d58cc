using System.Text;

namespace TeamsBot.Guidelines.Lexicon;

/// <summary>
/// Text made ready for matching: NFKC, lower case, no white space between Japanese characters, hiragana turned to katakana. The form before
/// the kana were unified is kept beside it, position by position, because ライン is a word and らいん inside another word is not.
/// </summary>
internal readonly record struct SearchText(string Folded, string Plain)
{
    public static SearchText Of(string text)
    {
        var normal = Numerals.AsDigits(Whole(text).Normalize(NormalizationForm.FormKC));
        var (folded, plain) = (new StringBuilder(normal.Length), new StringBuilder(normal.Length));
        foreach (var original in normal)
        {
            var c = Ingest.Radicals.Map(original) ?? original;
            if (char.IsWhiteSpace(c) || c == '・')
            {
                // A space only parts words of alphabets.
                if (plain.Length > 0 && char.IsAscii(plain[^1]) && plain[^1] != ' ') Append(' ', ' ');
                continue;
            }

            if (plain.Length > 0 && plain[^1] == ' ' && !char.IsAscii(c))
            {
                folded.Length--;
                plain.Length--;
            }

            var lower = char.ToLowerInvariant(c);
            Append(IsHiragana(lower) ? (char)(lower + 0x60) : lower, lower);
        }

        return new(folded.ToString(), plain.ToString());

        void Append(char f, char p)
        {
            folded.Append(f);
            plain.Append(p);
        }
    }

    /// <summary>The text without halves of characters, which a cut-off emoji leaves and no normalisation accepts.</summary>
    public static string Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i]) || text[i] is '\uFFFE' or '\uFFFF')
                return string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF)));
        }

        return text;
    }

    public static bool IsHiragana(char c) => c is >= 'ぁ' and <= 'ゖ';

    public static bool IsKatakana(char c) => c is >= 'ァ' and <= 'ヺ' or 'ー';

    public static bool IsKanji(char c) => c is >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '々';
}
