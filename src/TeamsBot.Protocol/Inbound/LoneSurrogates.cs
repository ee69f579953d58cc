namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Half an emoji, cut off by a client and escaped as <c>\ud83d</c>, is legal JSON but no text, and reading it throws. It is replaced by the
/// replacement character before parsing, so that the rest of a person's draft is not lost.
/// </summary>
internal static class LoneSurrogates
{
    /// <summary>Works in place and keeps the length: both escapes have six characters.</summary>
    public static void Replace(Span<byte> json)
    {
        var at = 0;
        while (json[at..].IndexOf((byte)'\\') is var found and >= 0)
        {
            at += found;
            if (UnitAt(json, at) is not { } unit)
            {
                at = Math.Min(at + 2, json.Length);
            }
            else if (char.IsHighSurrogate(unit) && UnitAt(json, at + 6) is { } next && char.IsLowSurrogate(next))
            {
                at += 12;
            }
            else
            {
                if (char.IsSurrogate(unit)) "fffd"u8.CopyTo(json[(at + 2)..]);
                at += 6;
            }
        }
    }

    /// <summary>The UTF-16 unit of the escape that starts here, or null where none does.</summary>
    private static char? UnitAt(ReadOnlySpan<byte> json, int at)
    {
        if (at + 6 > json.Length || json[at] != (byte)'\\' || json[at + 1] != (byte)'u') return null;
        var unit = 0;
        foreach (var digit in json.Slice(at + 2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit)) return null;
            unit = (unit << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return (char)unit;
    }
}
