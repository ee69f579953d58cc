using System.Globalization;
using System.Text;

namespace TeamsBot.Checks.Text;

/// <summary>
/// A normalised form of a text with the way back: rules match on <see cref="Text"/> (NFKC) and report offsets of the original; lengths are
/// counted on NFC. Each character as a reader sees it (grapheme cluster) is normalised alone, so a match never quotes half of one. From
/// NFKC, invisible characters that only break words apart (zero-width space and the like) are left out. Lone surrogates and U+FFFE, U+FFFF
/// are read as U+FFFD.
/// </summary>
internal sealed class NormalView
{
    private readonly int[]? starts;
    private readonly int[]? ends;

    public NormalView(string original, NormalizationForm form = NormalizationForm.FormKC)
    {
        if (IsPlain(original))
        {
            Text = original;
            return;
        }

        var text = new StringBuilder(original.Length + 16);
        var from = new List<int>(original.Length + 16);
        var to = new List<int>(original.Length + 16);
        var source = Readable(original);
        for (var at = 0; at < source.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(source.AsSpan(at));
            var before = text.Length;
            Append(text, source, at, length, form);
            for (var i = before; i < text.Length; i++)
            {
                from.Add(at);
                to.Add(at + length);
            }

            at += length;
        }

        Text = text.ToString();
        starts = [.. from];
        ends = [.. to];
    }

    /// <summary>
    /// The NFKC form alone; unlike <see cref="string.Normalize(NormalizationForm)"/> it takes any text, half a surrogate pair too.
    /// </summary>
    public static string Of(string original) => new NormalView(original).Text;

    public string Text { get; }

    /// <summary>The original words behind a piece of <see cref="Text"/>; an empty piece lies at the boundary before its start.</summary>
    public Span ToOriginal(int start, int length)
    {
        if (starts is null || ends is null) return new Span(start, start + length);
        if (starts.Length == 0) return new Span(0, 0);
        var first = start < starts.Length ? starts[start] : ends[^1];
        return length == 0 ? new Span(first, first) : new Span(first, ends[start + length - 1]);
    }

    private static void Append(StringBuilder text, string source, int at, int length, NormalizationForm form)
    {
        if (length == 1 && IsPlain(source[at]))
        {
            text.Append(source[at]);
            return;
        }

        var normal = source.Substring(at, length).Normalize(form);
        if (form == NormalizationForm.FormKC && source[at] is (>= '㊊' and <= '㊐') or '㊗')
        {
            // A circled weekday is a weekday in brackets, as ㈪ already is by NFKC; the bare letter would read as the unit (5日日).
            text.Append('(').Append(normal).Append(')');
            return;
        }

        if (form == NormalizationForm.FormKC && IsFigureInASign(source[at], normal))
        {
            text.Append(source, at, length);
            return;
        }

        foreach (var c in normal)
        {
            if (form != NormalizationForm.FormKC || c is not ('\u200B' or '\u200C' or '\u2060' or '\uFEFF' or '\u00AD')) text.Append(c);
        }
    }

    /// <summary>
    /// ① before 12月 must not become 112月, nor ㎡ before a figure: a sign that only contains a figure stays as it is; full-width figures are
    /// figures.
    /// </summary>
    private static bool IsFigureInASign(char sign, string normal)
    {
        if (char.IsDigit(sign)) return false;
        foreach (var c in normal)
        {
            if (char.IsAsciiDigit(c)) return !char.IsAsciiDigit(sign) && sign is not ('#' or '*');
        }

        return false;
    }

    /// <summary>Characters that NFKC leaves alone and that never join their neighbour: no map is needed for a text of these.</summary>
    private static bool IsPlain(char c) =>
        c
            is (>= '\u0020' and < '\u007F')
                or '\n'
                or '\t'
                or (>= '\u3001' and <= '\u3029')
                or (>= '\u3041' and <= '\u3096')
                or (>= '\u30A1' and <= '\u30FE')
                or (>= '\u4E00' and <= '\u9FFF');

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (!IsPlain(c)) return false;
        }

        return true;
    }

    /// <summary>What the framework refuses to normalise, lone surrogates and U+FFFE, U+FFFF, is read as U+FFFD; the length stays.</summary>
    private static string Readable(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsUnreadable(text, ref i)) return Repair(text);
        }

        return text;
    }

    private static string Repair(string text)
    {
        var chars = text.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (IsUnreadable(text, ref i)) chars[i] = '\uFFFD';
        }

        return new string(chars);
    }

    /// <summary>Steps over the second half of a whole pair.</summary>
    private static bool IsUnreadable(string text, ref int i)
    {
        if (text[i] is '\uFFFE' or '\uFFFF') return true;
        if (!char.IsSurrogate(text[i])) return false;
        if (!char.IsHighSurrogate(text[i]) || i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1])) return true;
        i++;
        return false;
    }
}
