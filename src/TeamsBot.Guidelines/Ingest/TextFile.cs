using System.Text.RegularExpressions;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Reads plain text as it comes out of a page program: lines wrapped in the middle of sentences, empty lines that mean nothing,
/// letter-spaced titles, page numbers, and light Markdown where somebody converted it. Joins what belongs together; decides nothing about
/// hierarchy.
/// </summary>
internal static partial class TextFile
{
    /// <summary>A line shorter than this part of the usual width was ended on purpose.</summary>
    private const double FullLine = 0.7;

    [GeneratedRegex(@"^(?<h>#{1,6})\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkdownHeading();

    [GeneratedRegex(@"^[-*]\s+(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListDash();

    [GeneratedRegex(
        @"^[-－‐–—\s]*(p\.?|P\.?|Page|ページ)?\s*[0-9０-９]{1,3}\s*([/／]\s*[0-9０-９]{1,3})?\s*(ページ|頁)?[-－‐–—\s]*$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"(?<=[。．])[ 　]*(?=[○●◎◇◆□■・][^月日曜年時分○])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineBullet();

    public static List<Block> Read(string text)
    {
        var lines = Lines(text);
        var usual = UsualWidth(lines);
        var blocks = new List<Block>();
        Line? open = null;
        foreach (var line in lines)
        {
            if (open is not null && Continues(open, line, usual))
            {
                open.Text = Glue(open.Text, line.Text);
                open.LastWidth = line.Text.Length;
                continue;
            }

            if (open is not null) Close(blocks, open);
            open = line;
        }

        if (open is not null) Close(blocks, open);
        return blocks;
    }

    private sealed class Line(int number, string text)
    {
        public int Number { get; } = number;

        public string Text { get; set; } = text;

        public int LastWidth { get; set; } = text.Length;

        public int Heading { get; init; }

        public int Indent { get; init; }

        public bool IsRow { get; init; }

        public bool StartsPage { get; init; }

        public bool AfterGap { get; init; }

        public bool HasMarker { get; init; }

        public bool AfterPageNumber { get; set; }
    }

    private static List<Line> Lines(string text)
    {
        var raw = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        var lines = new List<Line>();
        var (empty, previousIndented) = (0, true);
        for (var i = 0; i < raw.Length; i++)
        {
            var feed = raw[i].Contains('\f', StringComparison.Ordinal);
            var source = raw[i].Replace("\f", "", StringComparison.Ordinal);
            var row = source.Contains('\t', StringComparison.Ordinal) && source.Trim('\t', ' ', '\u3000').Length > 0;
            var cleaned = row ? DisplayText.Clean(source.TrimEnd('\t', ' '), oddSpaces: false) : DisplayText.Clean(source, oddSpaces: true);
            if (cleaned.Length == 0)
            {
                empty++;
                continue;
            }

            var indent = source.TakeWhile(c => c == ' ').Count();
            // A page program writes one space where a page begins, directly below the last line of the page before.
            var page = feed || (indent == 1 && empty == 0 && !previousIndented) || lines.Count == 0;
            var heading = MarkdownHeading().Match(cleaned) is { Success: true } h ? h.Groups["h"].Length : 0;
            var shown = heading > 0 ? MarkdownHeading().Replace(cleaned, "") : ListDash().Replace(cleaned, "");
            lines.Add(new(i + 1, cleaned)
            {
                Heading = heading, Indent = indent, IsRow = row, StartsPage = page, AfterGap = empty >= 3 || feed,
                HasMarker = shown.Length < cleaned.Length || MarkerReader.Read(shown).Count > 0,
            });
            (empty, previousIndented) = (0, indent > 0);
        }

        // Numbers of pages stand alone on a line and count up; one such line may be anything.
        var pages = lines.Where(line => PageNumber().IsMatch(line.Text)).ToList();
        if (pages.Count >= 3)
        {
            foreach (var page in pages) if (lines.IndexOf(page) is var at && at + 1 < lines.Count) lines[at + 1].AfterPageNumber = true;
            lines.RemoveAll(pages.Contains);
        }

        return lines;
    }

    /// <summary>The width at which this file wraps: the long lines that do not end a sentence tell it.</summary>
    private static double UsualWidth(List<Line> lines)
    {
        var widths = lines.Where(line => !line.IsRow && line.Text.Length > 8).Select(line => line.Text.Length).Order().ToList();
        return widths.Count == 0 ? 40 : widths[(int)(widths.Count * 0.8)];
    }

    private static bool Continues(Line open, Line next, double usual)
    {
        if (open.IsRow || next.IsRow || next.Heading > 0 || open.Heading > 0) return false;
        if (next.Text[0] is '」' or '）' or ')' or '、' or '。') return true;
        if (next.HasMarker) return false;
        var last = open.Text[^1];
        if (last is '。' or '：' or ':' or '〉' or '】' or '」' or '!' or '?' or '？' or '！') return false;
        if (last is '、' or '，' or 'を' or 'の' or '（' or '「' or '及' or '又' || OpensQuote(open.Text)) return true;
        if (next.AfterPageNumber && open.Text.Length > 30) return true;
        return open.LastWidth >= usual * FullLine && !next.AfterGap;
    }

    private static bool OpensQuote(string text) => text.LastIndexOf('「') > text.LastIndexOf('」');

    private static string Glue(string first, string second)
    {
        var join = DisplayText.IsJapanese(first[^1]) || DisplayText.IsJapanese(second[0]) ? "" : " ";
        return first + join + second;
    }

    private static void Close(List<Block> blocks, Line line)
    {
        var depth = line.Indent >= 2 ? line.Indent / 2 : 0;
        // A second bullet printed behind the first one's full stop starts its own item.
        var parts = line.IsRow || !line.HasMarker ? [line.Text] : InlineBullet().Split(line.Text);
        foreach (var (part, index) in parts.Select((part, index) => (part, index)))
        {
            if (part.Length == 0) continue;
            blocks.Add(new(line.Number, part)
            {
                HeadingLevel = line.Heading, ListDepth = depth, IsTableRow = line.IsRow,
                StartsPage = line.StartsPage && index == 0, AfterGap = line.AfterGap && index == 0,
            });
        }
    }
}
