using System.Net;
using System.Text.Json;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound.Text;

/// <summary>
/// What a person wrote, however it came: typed, pasted, answered, forwarded or as HTML alone (protocol.md 3.3). Teams sends a message
/// twice, as plain text and as HTML. The plain text has the writer's blanks and lines, the HTML has what the text lacks: emoji and where
/// links lead; so the text is the basis, and what is missing is put into its place. The bot's own mention and Teams' markers go, colleagues
/// stay by name.
/// </summary>
/// <remarks>Blanks, tabs, indents and lines are kept. Only the no-break blanks that Teams puts between words become blanks.</remarks>
internal static class MessageText
{
    private const string HtmlType = "text/html";

    public static string Of(Activity activity)
    {
        var mentions = Mentions.In(activity);
        var isMarkedUp = activity.TextFormat is "xml" or "html";
        var pieces = (isMarkedUp ? activity.Text : HtmlOf(activity)) is { Length: > 0 } html ? HtmlMessage.Read(html, mentions) : null;
        var plain = isMarkedUp && pieces is not null ? "" : Plain(activity, mentions, pieces);
        // Nothing but the call of the bot: the HTML adds emoji to that, and no words.
        if (
            pieces is not null
            && !isMarkedUp
            && !string.IsNullOrWhiteSpace(activity.Text)
            && string.IsNullOrWhiteSpace(plain)
            && !string.IsNullOrWhiteSpace(HtmlMessage.Words(pieces))
        )
            return "";
        return Tidy(pieces is null ? plain : Whole(plain, pieces));
    }

    /// <summary>The HTML form of the message, if it has one.</summary>
    private static string? HtmlOf(Activity activity) =>
        activity
            .Attachments?.FirstOrDefault(attachment => string.Equals(attachment.ContentType, HtmlType, StringComparison.OrdinalIgnoreCase))
            ?.Content
            is { ValueKind: JsonValueKind.String } content ? content.GetString() : null;

    private static string Whole(string plain, IReadOnlyList<HtmlPiece> pieces)
    {
        if (string.IsNullOrWhiteSpace(plain)) return string.Concat(Lacking(HtmlMessage.Words(pieces), pieces).Select(piece => piece.Text));
        return Weaving.Into(plain, Lacking(plain, pieces).Where(piece => piece.Kind != HtmlPieceKind.Marker)) ?? plain;
    }

    /// <summary>The pieces with each address that the text does not say, once, in brackets behind its words.</summary>
    private static List<HtmlPiece> Lacking(string text, IReadOnlyList<HtmlPiece> pieces)
    {
        var said = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var kept = new List<HtmlPiece>(pieces.Count);
        foreach (var piece in pieces)
        {
            if (piece.Kind != HtmlPieceKind.Address) kept.Add(piece);
            else if (said.Count < MaxAddresses && !LinkAddress.IsIn(text, piece.Text) && said.Add(piece.Text))
                kept.Add(piece with { Text = $"（{piece.Text}）" });
        }

        return kept;
    }

    /// <summary>More links are no post.</summary>
    private const int MaxAddresses = 50;

    private static string Plain(Activity activity, Mentions mentions, IReadOnlyList<HtmlPiece>? pieces)
    {
        if (string.IsNullOrEmpty(activity.Text)) return "";
        var words = pieces is null ? null : HtmlMessage.Words(pieces);
        // Tags that the writer typed stand in the HTML as words; in a text that is not escaped they cannot be told from Teams' own
        // otherwise.
        var isTyped =
            words is not null
            && words.Contains("<at", StringComparison.OrdinalIgnoreCase)
            && !activity.Text.Contains("&lt;at", StringComparison.OrdinalIgnoreCase);
        var hasQuote = (activity.Entities ?? []).Any(entity => entity.Type == "quotedReply");
        return Unescaped(MentionTags.Remove(activity.Text, mentions, isTyped, hasQuote), words);
    }

    /// <summary>
    /// Teams escapes the text of a message, other clients do not. The HTML tells which it is; without one a text that holds what escaping
    /// would have changed was not escaped.
    /// </summary>
    private static string Unescaped(string text, string? words)
    {
        if (!text.Contains('&')) return text;
        var unescaped = WebUtility.HtmlDecode(text);
        if (words is not null)
        {
            var (said, raw, read) = (Weaving.Visible(words), Weaving.Visible(text), Weaving.Visible(unescaped));
            if (said == read) return unescaped;
            if (said == raw) return text;
        }

        return LooksEscaped(text) ? unescaped : text;
    }

    private static bool LooksEscaped(string text)
    {
        if (text.Contains('<')) return false;
        for (var at = text.IndexOf('&', StringComparison.Ordinal); at >= 0; at = text.IndexOf('&', at + 1))
        {
            var end = text.AsSpan(at, Math.Min(text.Length - at, 34)).IndexOf(';');
            if (end < 2 || WebUtility.HtmlDecode(text.Substring(at, end + 1)).StartsWith('&') && !text.AsSpan(at).StartsWith("&amp;"))
                return false;
        }

        return true;
    }

    /// <summary>One form of line end, no blank lines around, no blanks at the end; the first line keeps its indent.</summary>
    private static string Tidy(string text)
    {
        var lines = text.ReplaceLineEndings("\n")
            .Split('\n')
            .Select(line => line.Trim('\u00A0').Length == 0 ? "" : line.Replace('\u00A0', ' '));
        return string.Join('\n', lines.SkipWhile(string.IsNullOrWhiteSpace)).TrimEnd();
    }
}
