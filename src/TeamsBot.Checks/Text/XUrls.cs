namespace TeamsBot.Checks.Text;

/// <summary>
/// Finds what X turns into links, by the rules of its published counting (twitter-text 3): with a scheme any host with a real top-level
/// domain, without one only ASCII hosts. One pass, no regular expression, so that a hostile text costs no more than its length.
/// </summary>
internal static class XUrls
{
    private const int LongestUrl = 4096;
    private const int LongestLabel = 63;

    /// <summary>Ordered pieces of the text that count as links.</summary>
    public static List<Piece> Find(string text)
    {
        var found = new List<Piece>();
        for (var at = 0; at < text.Length;)
        {
            if (!MayStart(text, at))
            {
                at++;
                continue;
            }

            var scheme = SchemeLength(text, at);
            if (scheme > 0 && Host(text, at + scheme) is { End: > 0 } host && LabelsFit(text[(at + scheme)..host.End]))
            {
                var end = Rest(text, host.End);
                if (end - at <= LongestUrl) found.Add(new Piece(at, end));
                at = end;
                continue;
            }

            if (!IsHostChar(text[at]))
            {
                at++;
                continue;
            }

            var (hostEnd, stop) = Host(text, at);
            if (
                hostEnd > 0
                && LabelsFit(text[at..hostEnd])
                && (at == 0 || text[at - 1] is not ('-' or '_' or '.' or '/'))
                && LastAsciiHost(text, at, hostEnd, found) is { } bare
            )
            {
                var end = bare.End == hostEnd ? Path(text, hostEnd) : bare.End;
                found[^1] = bare with { End = end };
                at = Math.Max(end, hostEnd);
            }
            else
            {
                at = Math.Max(at + 1, hostEnd > 0 ? hostEnd : BeforeScheme(text, at + 1, stop));
            }
        }

        return found;
    }

    private static bool MayStart(string text, int at) =>
        at == 0 || text[at - 1] is var before && !(char.IsAsciiLetterOrDigit(before) || before is '@' or '＠' or '$' or '#' or '＃');

    /// <summary>A scheme that starts inside unreadable labels (こちらhttps://…) must not be jumped over.</summary>
    private static int BeforeScheme(string text, int from, int stop)
    {
        var at = text.IndexOf("http", from, Math.Max(0, Math.Min(stop, text.Length) - from), StringComparison.OrdinalIgnoreCase);
        return at < 0 ? stop : at;
    }

    private static int SchemeLength(string text, int at) =>
        string.Compare(text, at, "https://", 0, 8, StringComparison.OrdinalIgnoreCase) == 0 ? 8
        : string.Compare(text, at, "http://", 0, 7, StringComparison.OrdinalIgnoreCase) == 0 ? 7 : 0;

    /// <summary>
    /// The end of the longest host that starts here and ends in a top-level domain, or 0; and how far the labels were readable, from where
    /// a search for the next host may go on without missing any.
    /// </summary>
    private static (int End, int Stop) Host(string text, int start)
    {
        var (end, label, at) = (0, start, start);
        while (at < text.Length)
        {
            while (at < text.Length && (IsHostChar(text[at]) || text[at] is '-' or '_')) at++;
            if (at == label || at == text.Length || text[at] != '.' || !IsHostChar(text[at - 1]))
                return (end, Math.Max(at + (at < text.Length && text[at] == '.' ? 1 : 0), start + 1));
            if (!IsHostChar(text[label])) return (end, Math.Max(label, start + 1));
            var hasUnderscore = text.AsSpan(label, at - label).Contains('_');
            at++;
            if (!hasUnderscore && TopLevelDomains.LengthAt(text.AsSpan(at)) is var length and > 0) end = at + length;
            label = at;
        }

        return (end, Math.Max(label, start + 1));
    }

    /// <summary>Adds every ASCII host inside a mixed one (市役所city.example.jp) and returns the last, or null.</summary>
    private static Piece? LastAsciiHost(string text, int start, int end, List<Piece> found)
    {
        Piece? last = null;
        for (var at = start; at < end;)
        {
            var to = at;
            while (to < end && (char.IsAsciiLetterOrDigit(text[to]) || text[to] is '-' or '.')) to++;
            if (to > at && text.AsSpan(at, to - at).Contains('.') && Host(text[at..to], 0) is { End: > 0 } host)
            {
                last = new Piece(at, at + host.End);
                found.Add(last.Value);
            }

            at = to + 1;
        }

        return last;
    }

    private static int Rest(string text, int at)
    {
        if (at + 1 < text.Length && text[at] == ':' && char.IsAsciiDigit(text[at + 1]))
        {
            at++;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        }

        return Path(text, at);
    }

    private static int Path(string text, int at)
    {
        if (at < text.Length && text[at] == '/')
        {
            var end = at + 1;
            for (var i = end; i < text.Length && IsPathChar(text[i]); i++)
            {
                if (EndsPath(text[i])) end = i + 1;
                else if (text[i] == '(' && Balanced(text, i) is var close and > 0)
                {
                    end = close;
                    i = close - 1;
                }
                else if (text[i] is '(' or ')') break;
            }

            at = end;
        }

        return Query(text, at);
    }

    private static int Query(string text, int at)
    {
        if (at >= text.Length || text[at] != '?') return at;
        var end = at;
        for (var i = at + 1; i < text.Length && IsQueryChar(text[i]); i++)
        {
            if (char.IsAsciiLetterOrDigit(text[i]) || text[i] is '-' or '_' or '&' or '=' or '#' or '/') end = i + 1;
        }

        return end;
    }

    /// <summary>The position after the bracket that closes this one, one level of nesting allowed; 0 when none does.</summary>
    private static int Balanced(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length && i - open < 512 && IsPathChar(text[i]); i++)
        {
            if (text[i] == '(' && ++depth > 2) return 0;
            if (text[i] == ')' && --depth == 0) return i > open + 1 ? i + 1 : 0;
        }

        return 0;
    }

    /// <summary>
    /// A label over 63 characters in its encoded form is no host; the encoded length of non-ASCII labels is asked of the framework.
    /// </summary>
    private static bool LabelsFit(string host)
    {
        foreach (var label in host.Split('.'))
        {
            if (label.Length > LongestLabel) return false;
            if (label.All(char.IsAscii)) continue;
            if (Punycode.EncodedLength(label) > LongestLabel) return false;
        }

        return true;
    }

    private static bool IsHostChar(char c) =>
        c > ' '
        && c
            is not (
                '!'
                or '\''
                or '#'
                or '%'
                or '&'
                or '('
                or ')'
                or '*'
                or '+'
                or ','
                or '\\'
                or '-'
                or '.'
                or '/'
                or ':'
                or ';'
                or '<'
                or '='
                or '>'
                or '?'
                or '@'
                or '['
                or ']'
                or '^'
                or '_'
                or '{'
                or '|'
                or '}'
                or '~'
                or '$'
            )
        && !char.IsWhiteSpace(c)
        && !char.IsControl(c)
        && c
            is not (
                '\uFFFE'
                or '\uFEFF'
                or '\uFFFF'
                or '\u061C'
                or '\u200E'
                or '\u200F'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069')
            );

    private static bool IsLatinAccent(char c) =>
        c
            is (>= '\u00C0' and <= '\u00D6')
                or (>= '\u00D8' and <= '\u00F6')
                or (>= '\u00F8' and <= '\u024F')
                or (>= '\u0253' and <= '\u0254')
                or (>= '\u0256' and <= '\u0257')
                or '\u0259'
                or '\u025B'
                or '\u0263'
                or '\u0268'
                or '\u026F'
                or '\u0272'
                or '\u0289'
                or '\u028B'
                or '\u02BB'
                or (>= '\u0300' and <= '\u036F')
                or (>= '\u1E00' and <= '\u1EFF');

    private static bool EndsPath(char c) =>
        char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '=' or '_' or '#' or '/' || c is >= '\u0400' and <= '\u04FF' || IsLatinAccent(c);

    private static bool IsPathChar(char c) =>
        EndsPath(c)
        || c
            is '!'
                or '*'
                or '\''
                or ';'
                or ':'
                or ','
                or '.'
                or '$'
                or '%'
                or '['
                or ']'
                or '\u2013'
                or '~'
                or '@'
                or '|'
                or '&'
                or '('
                or ')';

    private static bool IsQueryChar(char c) =>
        char.IsAsciiLetterOrDigit(c)
        || c
            is '!'
                or '?'
                or '*'
                or '\''
                or '@'
                or '('
                or ')'
                or ';'
                or ':'
                or '&'
                or '='
                or '+'
                or '$'
                or '/'
                or '%'
                or '#'
                or '['
                or ']'
                or '-'
                or '_'
                or '.'
                or ','
                or '~'
                or '|';
}
