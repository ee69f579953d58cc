namespace TeamsBot.Checks.Text;

/// <summary>The top-level domains there are; a host that ends in none is a slip of the pen, and X does not count it as a link.</summary>
internal static class TopLevelDomains
{
    private static readonly HashSet<string> Known = new(
        EmbeddedText.Lines("tlds.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int LongestOther = Known.Where(tld => !char.IsAscii(tld[0])).Max(tld => tld.Length);

    public static bool Contains(ReadOnlySpan<char> label) => Lookup.Contains(label);

    /// <summary>
    /// The length of a top-level domain at the start of a piece of text, or 0. An ASCII one must not run on into letters, digits, @, + or
    /// -; one in another script may be followed by anything.
    /// </summary>
    public static int LengthAt(ReadOnlySpan<char> text)
    {
        var run = 0;
        while (run < text.Length && run < 64 && char.IsAsciiLetter(text[run])) run++;
        if (run > 0)
        {
            if (text.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
            {
                var end = 4;
                while (end < text.Length && end < 64 && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-')) end++;
                return end > 4 ? end : 0;
            }

            return (run == text.Length || !(char.IsAsciiDigit(text[run]) || text[run] is '@' or '+' or '-')) && Contains(text[..run])
                ? run
                : 0;
        }

        for (var length = Math.Min(LongestOther, text.Length); length > 0; length--)
        {
            if (Contains(text[..length])) return length;
        }

        return 0;
    }
}
