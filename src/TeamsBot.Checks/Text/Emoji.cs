namespace TeamsBot.Checks.Text;

/// <summary>Measures one emoji as a reader sees it: flags, keycaps, skin tones and joined families are one each.</summary>
internal static class Emoji
{
    private const char VariationSelector = '\uFE0F';
    private const char Joiner = '\u200D';

    /// <summary>The UTF-16 length of the emoji at a position, or 0 where there is none.</summary>
    public static int LengthAt(string text, int at)
    {
        var length = One(text, at);
        if (length == 0) return 0;
        var end = at + length;
        while (end + 1 < text.Length && text[end] == Joiner && One(text, end + 1) is var more and > 0) end += 1 + more;
        return end - at;
    }

    private static int One(string text, int at)
    {
        if (at >= text.Length) return 0;
        var c = text[at];
        if (char.IsAsciiDigit(c) || c is '#' or '*')
        {
            var mark = at + 1 < text.Length && text[at + 1] == VariationSelector ? at + 2 : at + 1;
            return mark < text.Length && text[mark] == '\u20E3' ? mark + 1 - at : 0;
        }

        var point = Point(text, at);
        var size = point > 0xFFFF ? 2 : 1;
        if (IsFlagLetter(point)) return IsFlagLetter(Point(text, at + 2)) ? 4 : 0;
        var selected = at + size < text.Length && text[at + size] == VariationSelector;
        if (!IsEmoji(point) || (point is 0xA9 or 0xAE or 0x2122 or 0x265F && !selected)) return 0;
        var end = at + size + (selected ? 1 : 0);
        if (TakesSkinTone(point) && Point(text, end) is >= 0x1F3FB and <= 0x1F3FF) end += 2;
        if (point == 0x1F3F4)
        {
            while (Point(text, end) is >= 0xE0020 and <= 0xE007F) end += 2;
        }

        return end - at;
    }

    private static int Point(string text, int at) =>
        at >= text.Length ? 0
        : char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
            ? char.ConvertToUtf32(text[at], text[at + 1])
        : text[at];

    private static bool IsFlagLetter(int point) => point is >= 0x1F1E6 and <= 0x1F1FF;

    private static bool IsEmoji(int point) => point is >= 0x1F000 and <= 0x1FAFF || (point <= 0xFFFF && Basic.Contains((char)point));

    private static bool TakesSkinTone(int point) =>
        point
            is 0x261D
                or 0x26F9
                or (>= 0x270A and <= 0x270D)
                or 0x1F385
                or (>= 0x1F3C2 and <= 0x1F3C4)
                or 0x1F3C7
                or (>= 0x1F3CA and <= 0x1F3CC)
                or 0x1F442
                or 0x1F443
                or (>= 0x1F446 and <= 0x1F450)
                or (>= 0x1F466 and <= 0x1F478)
                or 0x1F47C
                or (>= 0x1F481 and <= 0x1F483)
                or (>= 0x1F485 and <= 0x1F487)
                or 0x1F48F
                or 0x1F491
                or 0x1F4AA
                or 0x1F574
                or 0x1F575
                or 0x1F57A
                or 0x1F590
                or 0x1F595
                or 0x1F596
                or (>= 0x1F645 and <= 0x1F647)
                or (>= 0x1F64B and <= 0x1F64F)
                or 0x1F6A3
                or (>= 0x1F6B4 and <= 0x1F6B6)
                or 0x1F6C0
                or 0x1F6CC
                or 0x1F90C
                or 0x1F90F
                or (>= 0x1F918 and <= 0x1F91F)
                or 0x1F926
                or (>= 0x1F930 and <= 0x1F939)
                or (>= 0x1F93C and <= 0x1F93E)
                or 0x1F977
                or 0x1F9B5
                or 0x1F9B6
                or 0x1F9B8
                or 0x1F9B9
                or 0x1F9BB
                or (>= 0x1F9CD and <= 0x1F9CF)
                or (>= 0x1F9D1 and <= 0x1F9DD)
                or (>= 0x1FAC3 and <= 0x1FAC5)
                or (>= 0x1FAF0 and <= 0x1FAF8);

    /// <summary>The emoji of the basic plane (Unicode property Emoji), given as first–last pairs.</summary>
    private static readonly HashSet<char> Basic = Expand(
        "\u00A9\u00A9\u00AE\u00AE\u203C\u203C\u2049\u2049\u2122\u2122\u2139\u2139\u2194\u2199\u21A9\u21AA\u231A\u231B\u2328\u2328\u23CF"
            + "\u23CF\u23E9\u23F3\u23F8\u23FA\u24C2\u24C2"
            + "\u25AA\u25AB\u25B6\u25B6\u25C0\u25C0\u25FB\u25FE\u2600\u2604\u260E\u260E\u2611\u2611\u2614\u2615\u2618\u2618\u261D\u261D"
            + "\u2620\u2620\u2622\u2623\u2626\u2626\u262A\u262A"
            + "\u262E\u262F\u2638\u263A\u2640\u2640\u2642\u2642\u2648\u2653\u265F\u2660\u2663\u2663\u2665\u2666\u2668\u2668\u267B\u267B"
            + "\u267E\u267F\u2692\u2697\u2699\u2699\u269B\u269C"
            + "\u26A0\u26A1\u26A7\u26A7\u26AA\u26AB\u26B0\u26B1\u26BD\u26BE\u26C4\u26C5\u26C8\u26C8\u26CE\u26CF\u26D1\u26D1\u26D3\u26D4"
            + "\u26E9\u26EA\u26F0\u26F5\u26F7\u26FA\u26FD\u26FD"
            + "\u2702\u2702\u2705\u2705\u2708\u270D\u270F\u270F\u2712\u2712\u2714\u2714\u2716\u2716\u271D\u271D\u2721\u2721\u2728\u2728"
            + "\u2733\u2734\u2744\u2744\u2747\u2747\u274C\u274C"
            + "\u274E\u274E\u2753\u2755\u2757\u2757\u2763\u2764\u2795\u2797\u27A1\u27A1\u27B0\u27B0\u27BF\u27BF\u2934\u2935\u2B05\u2B07"
            + "\u2B1B\u2B1C\u2B50\u2B50\u2B55\u2B55\u3030\u3030\u303D\u303D\u3297\u3297\u3299\u3299"
    );

    private static HashSet<char> Expand(string pairs)
    {
        var set = new HashSet<char>();
        for (var i = 0; i < pairs.Length; i += 2)
        {
            for (var c = pairs[i]; c <= pairs[i + 1]; c++) set.Add(c);
        }

        return set;
    }
}
