using System.Text;

namespace TeamsBot.Protocol.Inbound.Text;

/// <summary>
/// Puts what only the HTML of a message has into its plain text. The two are compared by their visible characters: blanks differ on the
/// way. Where they go apart for a while (a list's dots, a quotation that only one has) the comparison finds together again within a window;
/// the steps taken are bounded by the length of the text and a number of such places, whatever arrives.
/// </summary>
internal static class Weaving
{
    private const int Window = 96;

    private const int MaxPartings = 40;

    /// <summary>So many equal characters are no coincidence; next to where they parted, as behind a list's dot, two are enough.</summary>
    private static int Sure(int apart) => apart <= 2 ? 2 : 4;

    /// <summary>The text with what it lacked, or null where the HTML is about something else.</summary>
    public static string? Into(string text, IEnumerable<HtmlPiece> pieces)
    {
        var (html, added) = Read(pieces);
        if (added.Count == 0) return text;
        var visible = Places(text);
        var places = Match(text, visible, html);
        if (places is null) return null;
        var (last, next) = (Before(places), After(places));
        var woven = new StringBuilder(text.Length + 64);
        var from = 0;
        foreach (var addition in added)
        {
            var (before, after) = (last[addition.Index], next[addition.Index]);
            var areNeighbours = after - before == 1;
            var (start, end) = areNeighbours ? (visible[before!.Value] + 1, visible[after!.Value])
                : before is { } alone ? (visible[alone] + 1, visible[alone] + 1)
                : after is { } first ? (visible[first], visible[first])
                : (text.Length, text.Length);
            if (start < from) (start, end) = (from, Math.Max(from, end));
            woven.Append(text, from, start - from);
            // Between neighbours the blanks of the HTML take the place of the text's; elsewhere those of the text stay.
            woven.Append(
                areNeighbours ? $"{addition.Before}{addition.Text}{addition.After}"
                : before is not null ? addition.Before + addition.Text
                : addition.Text + addition.After
            );
            from = end;
        }

        return woven.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>A text without anything blank.</summary>
    public static string Visible(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    /// <summary>The visible characters of the HTML, and what is to be added before which of them, with the blanks around.</summary>
    private static (string Visible, List<Addition> Added) Read(IEnumerable<HtmlPiece> pieces)
    {
        var (visible, gap, added) = (new StringBuilder(), new StringBuilder(), new List<Addition>());
        Addition? open = null;
        foreach (var piece in pieces)
        {
            if (piece.Kind != HtmlPieceKind.Words)
            {
                open = open is null
                    ? new(visible.Length, gap.ToString(), piece.Text, "")
                    : open with
                    {
                        Text = open.Text + gap + piece.Text,
                    };
                gap.Clear();
                continue;
            }

            foreach (var character in piece.Text)
            {
                if (char.IsWhiteSpace(character))
                {
                    gap.Append(character);
                    continue;
                }

                if (open is not null) added.Add(open with { After = gap.ToString() });
                open = null;
                gap.Clear();
                visible.Append(character);
            }
        }

        if (open is not null) added.Add(open with { After = gap.ToString() });
        return (visible.ToString(), added);
    }

    private static List<int> Places(string text)
    {
        var places = new List<int>(text.Length);
        for (var at = 0; at < text.Length; at++) if (!char.IsWhiteSpace(text[at])) places.Add(at);
        return places;
    }

    /// <summary>
    /// For each visible character of the HTML the one of the text, counted among the visible ones; -1 where the text lacks it. Null where
    /// they have little in common.
    /// </summary>
    private static int[]? Match(string text, List<int> visible, string html)
    {
        var places = new int[html.Length];
        Array.Fill(places, -1);
        var (at, of, matched, partings) = (0, 0, 0, 0);
        while (at < visible.Count && of < html.Length)
        {
            if (text[visible[at]] == html[of])
            {
                places[of++] = at++;
                matched++;
                continue;
            }

            if (++partings > MaxPartings || Meet(text, visible, at, html, of) is not var (skipText, skipHtml)) break;
            (at, of) = (at + skipText, of + skipHtml);
        }

        return matched * 2 >= Math.Min(visible.Count, html.Length) && matched > 0 ? places : null;
    }

    /// <summary>The nearest place where both go on alike.</summary>
    private static (int Text, int Html)? Meet(string text, List<int> visible, int at, string html, int of)
    {
        for (var apart = 1; apart <= Window; apart++)
        {
            for (var skip = 0; skip <= apart; skip++)
            {
                if (Alike(text, visible, at + skip, html, of + apart - skip, Sure(apart))) return (skip, apart - skip);
            }
        }

        return null;
    }

    private static bool Alike(string text, List<int> visible, int at, string html, int of, int sure)
    {
        var length = Math.Min(sure, Math.Min(visible.Count - at, html.Length - of));
        if (length <= 0) return false;
        for (var ahead = 0; ahead < length; ahead++) if (text[visible[at + ahead]] != html[of + ahead]) return false;
        return true;
    }

    /// <summary>For each number of characters, the last one among them that the text has.</summary>
    private static int?[] Before(int[] places)
    {
        var before = new int?[places.Length + 1];
        for (var at = 0; at < places.Length; at++) before[at + 1] = places[at] >= 0 ? places[at] : before[at];
        return before;
    }

    /// <summary>For each character, the first one from there on that the text has.</summary>
    private static int?[] After(int[] places)
    {
        var after = new int?[places.Length + 1];
        for (var at = places.Length - 1; at >= 0; at--) after[at] = places[at] >= 0 ? places[at] : after[at + 1];
        return after;
    }

    /// <param name="Index">How many visible characters of the HTML stand before it.</param>
    /// <param name="Before">The blanks before it.</param>
    private sealed record Addition(int Index, string Before, string Text, string After);
}
