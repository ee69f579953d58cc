using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace TeamsBot.Protocol.Inbound.Text;

/// <summary>
/// Takes the HTML form of a message apart into what stands there, in order. It follows what Teams sends (protocol.md 3.3): paragraphs and
/// breaks, emoji as pictures, links, mentions, the quotation of a message that is answered (left out) and of one that is forwarded (kept).
/// The tree is walked without recursion, and only where <see cref="HtmlLimits"/> let it be built.
/// </summary>
internal sealed class HtmlMessage
{
    private static readonly string[] Blocks =
    [
        "p", "div", "li", "ul", "ol", "tr", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article",
        "header", "footer",
    ];

    private static readonly string[] Silent = ["script", "style", "head", "title", "template", "noscript"];

    private readonly List<HtmlPiece> pieces = [];
    private readonly Dictionary<IElement, int> numbered = [];
    private readonly Mentions mentions;
    private bool isBreakDue;
    private bool isLineStart = true;

    private HtmlMessage(Mentions mentions) => this.mentions = mentions;

    /// <summary>The pieces, or null where the HTML is not of a size that is read.</summary>
    public static IReadOnlyList<HtmlPiece>? Read(string html, Mentions mentions)
    {
        if (!HtmlLimits.Accepts(html)) return null;
        using var document = new HtmlParser().ParseDocument(html);
        var message = new HtmlMessage(mentions);
        if (document.Body is { } body) message.Walk(body);
        return message.pieces;
    }

    /// <summary>The words alone.</summary>
    public static string Words(IEnumerable<HtmlPiece> pieces) =>
        string.Concat(pieces.Where(piece => piece.Kind == HtmlPieceKind.Words).Select(piece => piece.Text));

    private void Walk(INode root)
    {
        for (var node = root.FirstChild; node is not null;)
        {
            if (Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            while (node.NextSibling is null && node.Parent is { } parent && parent != root)
            {
                Leave(node);
                node = parent;
            }

            Leave(node);
            node = node.NextSibling;
        }
    }

    /// <returns>Whether to go on with what stands inside.</returns>
    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            Say(text.Data, IsIn(text, "pre"));
            return false;
        }

        if (node is not IElement element || Array.IndexOf(Silent, element.LocalName) >= 0 || IsLeftOut(element)) return false;
        if (EmojiPicture.Of(element) is { } emoji)
        {
            Add(HtmlPieceKind.Emoji, emoji);
            // An element that HTML does not know is not closed by a stroke: what follows stands inside.
            return element.LocalName == "emoji";
        }

        if (element.LocalName == "br")
        {
            EndLine();
            isBreakDue = true;
            return false;
        }

        if (IsBlock(element)) EndBlock();
        if (element.LocalName == "li") Add(HtmlPieceKind.Marker, MarkerOf(element));
        if (element.LocalName is "td" or "th" && element.PreviousElementSibling is not null) Put("\t");
        return true;
    }

    private void Leave(INode node)
    {
        if (node is not IElement element) return;
        if (element.LocalName == "a" && !Mentions.IsMention(element) && LinkAddress.Of(element.GetAttribute("href")) is { } address)
            Add(HtmlPieceKind.Address, address);
        if (IsBlock(element)) EndBlock();
    }

    /// <summary>The quotation of the message that is answered, what Teams writes above a quotation, and the bot's own mention.</summary>
    private bool IsLeftOut(IElement element) => mentions.IsOfBot(element)
    || (
        element.LocalName == "blockquote"
        && (element.GetAttribute("itemtype") ?? "").EndsWith("/Reply", StringComparison.OrdinalIgnoreCase)
    )
        || (element.GetAttribute("itemprop") is "mri" or "time" && IsIn(element, "blockquote"));

    private void Say(string data, bool isVerbatim)
    {
        var text = isVerbatim ? data : InOneLine(data);
        if (isLineStart && !isVerbatim && text.AsSpan().Trim(" \t\r\n").IsEmpty) return;
        Put(text);
    }

    private void Put(string text)
    {
        if (text.Length == 0) return;
        EndLine();
        pieces.Add(new(HtmlPieceKind.Words, text));
        isLineStart = text[^1] == '\n';
    }

    private void Add(HtmlPieceKind kind, string text)
    {
        if (text.Length == 0) return;
        EndLine();
        pieces.Add(new(kind, text));
        isLineStart = false;
    }

    private void EndBlock() => isBreakDue |= !isLineStart;

    private void EndLine()
    {
        if (!isBreakDue) return;
        pieces.Add(new(HtmlPieceKind.Words, "\n"));
        (isBreakDue, isLineStart) = (false, true);
    }

    /// <summary>A line end in the source of the HTML is a blank, where it is anything at all.</summary>
    private static string InOneLine(string data) => data.AsSpan().ContainsAny('\r', '\n')
        ? string.Join(
            ' ',
            data.Split(['\r', '\n'], StringSplitOptions.None)
                .Select(line => line.Trim(' ', '\t'))
                .Where((line, at) => line.Length > 0 || at == 0)
        )
        : data;

    private string MarkerOf(IElement line)
    {
        if (line.ParentElement is not { LocalName: "ol" } list) return "・";
        var number = numbered[list] = numbered.GetValueOrDefault(list) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{number}. ");
    }

    private static bool IsBlock(IElement element) => Array.IndexOf(Blocks, element.LocalName) >= 0;

    private static bool IsIn(INode node, string name)
    {
        for (var at = node.ParentElement; at is not null; at = at.ParentElement) if (at.LocalName == name) return true;
        return false;
    }
}
