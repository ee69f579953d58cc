using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// Reads a Word file. Automatic numbers are not in its text: they are counted here from the numbering part, so that a clause is cited as it
/// is printed. Deleted text of tracked changes, footnotes and text boxes are not read. "Line" of an error is the paragraph.
/// </summary>
internal sealed class WordFile
{
    private readonly List<Block> blocks = [];
    private readonly WordNumbering numbering;
    private readonly Dictionary<string, Style> styles;
    private int paragraph;

    private WordFile(MainDocumentPart main)
    {
        numbering = new(main.NumberingDefinitionsPart?.Numbering);
        styles = main.StyleDefinitionsPart?.Styles?.Elements<Style>()
            .Where(style => style.StyleId?.Value is not null)
            .ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal)
            ?? [];
    }

    public static List<Block> Read(string name, byte[] content)
    {
        try
        {
            using var word = WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
            var main = word.MainDocumentPart ?? throw new DocumentException(name, 1, "the Word file has no text part");
            var file = new WordFile(main);
            foreach (var element in main.Document.Body?.ChildElements ?? Enumerable.Empty<OpenXmlElement>()) file.Add(element);
            return file.blocks;
        }
        catch (Exception broken)
            when (broken is FileFormatException or InvalidDataException or OpenXmlPackageException or System.Xml.XmlException)
        {
            throw new DocumentException(name, 1, "not a readable Word file (.docx): open it in Word and save it again", broken);
        }
    }

    private void Add(OpenXmlElement element)
    {
        if (element is Paragraph text) AddParagraph(text);
        else if (element is Table table) AddTable(table);
        else if (element is SdtBlock or SdtContentBlock) foreach (var child in element.ChildElements) Add(child);
    }

    private void AddParagraph(Paragraph text)
    {
        paragraph++;
        var (level, style) = HeadingLevel(text);
        var numbers = text.ParagraphProperties?.NumberingProperties ?? style?.StyleParagraphProperties?.NumberingProperties;
        var (number, depth) = numbering.Next(numbers?.NumberingId?.Val?.Value, numbers?.NumberingLevelReference?.Val?.Value ?? 0);
        foreach (var (line, index) in Words(text).Split('\n').Select((line, index) => (line, index)))
        {
            var cleaned = DisplayText.Clean(index == 0 ? number + line : line, oddSpaces: false);
            if (cleaned.Length > 0) blocks.Add(new(paragraph, cleaned) { HeadingLevel = level, ListDepth = depth });
        }
    }

    private void AddTable(Table table)
    {
        foreach (var row in table.Elements<TableRow>())
        {
            paragraph++;
            var cells = row.Elements<TableCell>()
                .Select(cell =>
                    string.Join(
                        ' ',
                        cell.Descendants<Paragraph>()
                            .Select(p => Words(p).Replace('\n', ' ').Replace('\t', ' ').Trim())
                            .Where(words => words.Length > 0)
                    )
                );
            var text = DisplayText.Clean(string.Join('\t', cells).TrimEnd('\t'), oddSpaces: false);
            if (text.Trim('\t').Length > 0) blocks.Add(new(paragraph, text) { IsTableRow = true });
        }
    }

    private (int Level, Style? Style) HeadingLevel(Paragraph text)
    {
        if (text.ParagraphProperties?.OutlineLevel?.Val?.Value is { } stated and < 6) return (stated + 1, null);
        var style = text.ParagraphProperties?.ParagraphStyleId?.Val?.Value is { } id ? styles.GetValueOrDefault(id) : null;
        for (
            var (at, hops) = (style, 0);
            at is not null && hops < 10;
            at = at.BasedOn?.Val?.Value is { } basis ? styles.GetValueOrDefault(basis) : null, hops++
        )
        {
            if (at.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level and < 6) return (level + 1, style);
            var name = at.StyleName?.Val?.Value ?? "";
            if (name.Equals("Title", StringComparison.OrdinalIgnoreCase) || name == "表題") return (1, style);
            if (
                (name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("見出し ", StringComparison.Ordinal))
                && name[^1] is >= '1' and <= '6'
            )
                return (name[^1] - '0', style);
        }

        return (0, style);
    }

    private static string Words(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var piece in paragraph.Descendants())
        {
            if (piece is Text word && piece.Ancestors<DeletedRun>().FirstOrDefault() is null) text.Append(word.Text);
            else if (piece is TabChar) text.Append('　');
            else if (piece is Break) text.Append('\n');
            else if (piece is NoBreakHyphen) text.Append('-');
            else if (
                piece is SymbolChar { Char.Value: { } code }
                && int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var c)
                && c < 0xE000
            )
                text.Append((char)c);
        }

        return text.ToString();
    }
}
