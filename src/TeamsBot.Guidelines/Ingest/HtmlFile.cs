using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Reads a saved web page: its main part, without menus and footers. Numbers of ordered lists are written as a browser shows them, because
/// that is how the page is cited.
/// </summary>
internal static class HtmlFile
{
    private static readonly string[] Skipped =
    [
        "NAV", "HEADER", "FOOTER", "ASIDE", "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "BUTTON", "IFRAME", "SVG",
    ];
    private static readonly string[] Blocky =
    [
        "P", "DIV", "SECTION", "ARTICLE", "MAIN", "BODY", "BLOCKQUOTE", "UL", "OL", "LI", "DL", "DT", "DD", "TABLE", "TBODY", "THEAD", "TR",
        "H1", "H2", "H3", "H4", "H5", "H6", "PRE", "FIGURE", "DETAILS", "SUMMARY", "FORM", "FIELDSET",
    ];

    public static List<Block> Read(string text)
    {
        var page = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(text);
        var main = page.QuerySelector("main, [role=main], article, #main, #contents, #content, #honbun, #tmp_contents") ?? page.Body;
        var blocks = new List<Block>();
        if (main is not null) Walk(blocks, main, 0, "");
        if (page.Title is { Length: > 0 } title && !blocks.Any(block => block.HeadingLevel == 1) && blocks.Count > 0)
            blocks.Insert(0, new(1, DisplayText.Clean(title.Split('|', '｜')[0], oddSpaces: false)) { HeadingLevel = 1 });
        return blocks;
    }

    private static void Walk(List<Block> blocks, IElement at, int depth, string mark)
    {
        if (Skipped.Contains(at.NodeName)) return;
        if (at.NodeName is ['H', >= '1' and <= '6' and var level])
        {
            Emit(blocks, at, at.TextContent, depth, level - '0');
            return;
        }

        if (at.NodeName == "TR")
        {
            Emit(blocks, at, string.Join('\t', at.Children.Select(cell => Words(cell.TextContent))), depth, 0, row: true);
            return;
        }

        var line = "";
        foreach (var node in at.ChildNodes)
        {
            if (node is IElement { NodeName: "BR" })
            {
                // A break ends a line of its own; inside a sentence it only ends the line on the screen.
                var words = Words(line);
                var next = Words(node.NextSibling?.TextContent ?? "");
                if (
                    words.Length > 0
                    && (words[^1] is '。' or '：' or ':' or '）' or ')' || words.Length < 12 || MarkerReader.Read(next).Count > 0)
                )
                    Flush();
            }
            else if (node is IElement element && (Blocky.Contains(element.NodeName) || Skipped.Contains(element.NodeName)))
            {
                Flush();
                if (element.NodeName is "UL" or "OL") WalkList(blocks, element, depth + 1);
                else Walk(blocks, element, depth, mark);
                mark = "";
            }
            else
            {
                line += node.TextContent;
            }
        }

        Flush();
        void Flush()
        {
            if (Words(line).Length > 0)
            {
                Emit(blocks, at, mark + Words(line), depth, at.NodeName is "DT" or "SUMMARY" ? 6 : 0);
                mark = "";
            }

            line = "";
        }
    }

    private static void WalkList(List<Block> blocks, IElement list, int depth)
    {
        var number = list is IHtmlOrderedListElement ordered ? ordered.Start : 0;
        foreach (var item in list.Children.Where(child => child.NodeName == "LI"))
        {
            if (
                list.NodeName == "OL"
                && int.TryParse(item.GetAttribute("value"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var stated)
            )
                number = stated;
            var printed =
                MarkerReader.Read(Words(item.TextContent)).Count > 0 ? ""
                : list.NodeName == "UL" ? "・"
                : Number(list.GetAttribute("type"), number) + ". ";
            Walk(blocks, item, depth, printed);
            number++;
        }
    }

    private static string Number(string? type, int number) => type switch
    {
        "a" when number is > 0 and <= 26 => ((char)('a' + number - 1)).ToString(),
        "A" when number is > 0 and <= 26 => ((char)('A' + number - 1)).ToString(),
        "i" or "I" when number is > 0 and <= 12 => type == "i"
            ? NumberFormats.Roman(number).ToLowerInvariant()
            : NumberFormats.Roman(number),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void Emit(List<Block> blocks, IElement at, string text, int depth, int level, bool row = false)
    {
        var cleaned = DisplayText.Clean(row ? text : Words(text), oddSpaces: false);
        if (cleaned.Length > 0)
            blocks.Add(
                new(at.SourceReference?.Position.Line ?? 1, cleaned)
                {
                    HeadingLevel = level,
                    ListDepth = depth,
                    IsTableRow = row,
                }
            );
    }
}
