using System.Globalization;
using System.Text;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Makes extracted text readable without changing what is printed: radicals become the characters they stand for, odd spaces go.
/// Circled numbers, full-width digits and half-width kana stay, because a clause is cited as printed.
/// </summary>
internal static class DisplayText
{
    /// <summary>
    /// One line: radicals, invisible characters and spaces. <paramref name="oddSpaces"/> also closes gaps between Japanese characters.
    /// </summary>
    public static string Clean(string line, bool oddSpaces)
    {
        var text = new StringBuilder(line.Length);
        foreach (var c in line)
        {
            if (Radicals.Map(c) is { } ideograph) text.Append(ideograph);
            else if (IsInvisible(c)) continue;
            else text.Append(c is '\u00A0' or '\u2002' or '\u2003' or '\u2009' or '\u202F' ? ' ' : c);
        }

        var cleaned = text.ToString().Normalize(NormalizationForm.FormC);
        if (!oddSpaces) return cleaned.Trim(' ', '\u3000', '\r', '\n');
        return CloseGaps(IsLetterSpaced(cleaned) ? cleaned.Replace(" ", "", StringComparison.Ordinal) : cleaned)
            .Trim(' ', '\u3000', '\r', '\n');
    }

    /// <summary>Whether a quotation is part of a text: NFKC, radicals and white space aside.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(c) || IsInvisible(c)) continue;
            folded.Append(Radicals.Map(c) ?? c);
        }

        return folded.ToString();
    }

    /// <summary>Kana, ideographs and Japanese punctuation: between two of these a space means nothing.</summary>
    public static bool IsJapanese(char c) =>
        c is >= '\u3001' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or '々';

    /// <summary>A title typed with a space after every character; page text has many.</summary>
    private static bool IsLetterSpaced(string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 5 && parts.Sum(part => part.Length) <= parts.Length * 1.4;
    }

    private static string CloseGaps(string line)
    {
        var text = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == ' ' && text.Length > 0)
            {
                var next = i + 1;
                while (next < line.Length && line[next] == ' ') next++;
                var closes = next < line.Length && IsWord(text[^1]) && IsWord(line[next]) && !EndsLabel(text);
                if (!closes) text.Append(' ');
                i = next - 1;
                continue;
            }

            text.Append(line[i]);
        }

        return text.ToString();
    }

    /// <summary>The space behind a first word of one to three characters parts a number from its text: ア 目的.</summary>
    private static bool EndsLabel(StringBuilder text)
    {
        var start = 0;
        while (start < text.Length && text[start] is '#' or '-' or '*' or ' ') start++;
        return text.Length - start <= 3;
    }

    private static bool IsWord(char c) => IsJapanese(c) && c != '\u3000';

    private static bool IsInvisible(char c) =>
        c is '\uFEFF' or '\u00AD'
        || (char.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control && c is not ('\t' or '\n'));
}
