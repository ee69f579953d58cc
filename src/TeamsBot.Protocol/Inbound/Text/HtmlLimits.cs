using System.Buffers;

namespace TeamsBot.Protocol.Inbound.Text;

/// <summary>
/// Says before parsing whether the HTML of a message is of a size and depth that people produce. A tree as deep as its text is long, or a
/// tag with thousands of attributes, costs more than a message may; such HTML is not read, and the plain text beside it stands alone. One
/// pass, no recursion.
/// </summary>
internal static class HtmlLimits
{
    /// <summary>Teams itself takes some 28 KB of text a message; markup multiplies that.</summary>
    public const int MaxLength = 256 * 1024;

    public const int MaxTags = 20_000;

    /// <summary>Elements open at one time, counted as if nothing closed itself.</summary>
    public const int MaxDepth = 200;

    /// <summary>Looking for a repeated attribute compares each with each.</summary>
    public const int MaxTagLength = 4_096;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    );

    private static readonly string[] NeverClosed = ["br", "img", "hr", "input", "meta", "link", "wbr", "col", "emoji"];

    public static bool Accepts(string html)
    {
        if (html.Length > MaxLength) return false;
        var (tags, depth) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0; at = html.IndexOf('<', at + 1))
        {
            if (++tags > MaxTags) return false;
            var end = html.AsSpan(at).IndexOf('>');
            if ((end < 0 ? html.Length - at : end) > MaxTagLength) return false;
            var isEnd = at + 1 < html.Length && html[at + 1] == '/';
            if (isEnd) depth = Math.Max(0, depth - 1);
            else if (
                at + 1 < html.Length
                && char.IsAsciiLetter(html[at + 1])
                && !ClosesItself(html.AsSpan(at, end < 0 ? html.Length - at : end))
            )
                depth++;
            if (depth > MaxDepth) return false;
        }

        return true;
    }

    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        if (tag[^1] == '/') return true;
        var name = tag[1..];
        var end = name.IndexOfAnyExcept(NameCharacters);
        if (end >= 0) name = name[..end];
        foreach (var known in NeverClosed) if (name.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
