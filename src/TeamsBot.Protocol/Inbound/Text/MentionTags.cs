using System.Text;

namespace TeamsBot.Protocol.Inbound.Text;

/// <summary>
/// Takes Teams' own tags out of a plain text: <c>&lt;at&gt;</c> with or without attributes, <c>&lt;quoted …/&gt;</c>, <c>&lt;attachment
/// …&gt;</c>. Anything else in angle brackets was typed. One pass.
/// </summary>
internal static class MentionTags
{
    private const int MaxTag = 400;

    /// <param name="isSure">Leaves alone what Teams did not say it put there: the text is not escaped, so a tag may have been
    /// typed.</param>
    /// <param name="hasQuote">The message says that it quotes another.</param>
    public static string Remove(string text, Mentions mentions, bool isSure, bool hasQuote)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var kept = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] == '<' && (Mention(at) ?? Marker(at)) is { } found)
            {
                kept.Append(found.Name);
                at = found.Name.Length > 0 ? found.End : BehindBlanks(text, found.End, kept);
                continue;
            }

            kept.Append(text[at++]);
        }

        return WithoutBare(kept.ToString(), mentions);

        (int End, string Name)? Mention(int at)
        {
            if (OpeningEnd(text, at, "at") is not { } start || End(start) is not { } length) return null;
            var name = text.Substring(start, length);
            if (Mentions.Tidy(name) is not { } tidy) return mentions.Any && !isSure ? (start + length + 5, "") : null;
            if (!mentions.Knows(tidy) && (isSure || !mentions.Any) && !mentions.IsBotNamed(tidy, 0)) return null;
            var occurrence = seen[tidy] = seen.TryGetValue(tidy, out var before) ? before + 1 : 0;
            return (start + length + 5, mentions.IsBotNamed(tidy, occurrence) ? "" : name);
        }

        // Looked for in a window: a text of nothing but opening tags must not be searched to its end at each.
        int? End(int start) =>
            text.AsSpan(start, Math.Min(MaxTag, text.Length - start)).IndexOf("</at>", StringComparison.OrdinalIgnoreCase)
                is >= 0
                    and var length
                ? length
                : null;

        (int End, string Name)? Marker(int at)
        {
            if (
                OpeningEnd(text, at, "attachment") is { } attachment
                && text.AsSpan(at, attachment - at).Contains("id=", StringComparison.OrdinalIgnoreCase)
            )
                return (Closed(attachment, "</attachment>"), "");
            if (OpeningEnd(text, at, "quoted") is not { } end) return null;
            return hasQuote || text.AsSpan(at, end - at).Contains("messageId=", StringComparison.OrdinalIgnoreCase)
                ? (Closed(end, "</quoted>"), "")
                : null;
        }

        int Closed(int end, string tag) => text.AsSpan(end).StartsWith(tag, StringComparison.OrdinalIgnoreCase) ? end + tag.Length : end;
    }

    /// <summary>The name within <c>&lt;at …&gt;name&lt;/at&gt;</c>, or the text itself where it is no tag.</summary>
    public static string? InnerOf(string? text)
    {
        if (text is null || OpeningEnd(text, 0, "at") is not { } start) return text;
        var end = text.IndexOf("</at>", start, StringComparison.OrdinalIgnoreCase);
        return end < 0 ? text[start..] : text[start..end];
    }

    /// <summary>Where an opening tag of this name ends; null where none begins here.</summary>
    private static int? OpeningEnd(string text, int at, string name)
    {
        var rest = text.AsSpan(at);
        if (rest.Length < name.Length + 2 || rest[0] != '<' || !rest[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) return null;
        if (rest[name.Length + 1] is not (' ' or '>' or '/' or '\t' or '\u00A0')) return null;
        var end = rest[..Math.Min(rest.Length, MaxTag)].IndexOf('>');
        return end < 0 ? null : at + end + 1;
    }

    /// <summary>The blank that parted a tag from the text goes with it; blanks that the writer put there stay.</summary>
    private static int BehindBlanks(string text, int at, StringBuilder kept)
    {
        var isAtStart = kept.Length == 0 || kept[^1] == '\n';
        if (!isAtStart && !IsBlank(kept[^1].ToString(), 0, out _)) return at;
        while (IsBlank(text, at, out var length))
        {
            at += length;
            if (!isAtStart) break;
        }

        return at;
    }

    private static bool IsBlank(string text, int at, out int length)
    {
        length = at < text.Length && text[at] is ' ' or '\t' or '\u00A0' ? 1 : string.CompareOrdinal(text, at, "&nbsp;", 0, 6) == 0 ? 6 : 0;
        return length > 0;
    }

    /// <summary>
    /// Some clients write the bot's name without a tag and say so in the entity; only at the beginning it is surely the address.
    /// </summary>
    private static string WithoutBare(string text, Mentions mentions)
    {
        foreach (var spelling in mentions.BareSpellings)
        {
            var start = text.AsSpan().TrimStart();
            if (start.StartsWith(spelling, StringComparison.OrdinalIgnoreCase))
                return start[spelling.Length..].TrimStart(" \t\u00A0").ToString();
        }

        return text;
    }
}
