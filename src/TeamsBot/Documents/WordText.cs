using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeamsBot.Documents;

/// <summary>
/// Reads the text of a Word file as it is printed: paragraphs as lines, tabs, breaks, tables a row a line, where links lead. Deleted text,
/// notes, headers and the numbers that Word counts itself are left out. The file is measured before anything of it is unpacked.
/// </summary>
internal static class WordText
{
    public static DocumentText Read(byte[] bytes)
    {
        try
        {
            if (Measure(bytes) is { } trouble) return DocumentText.Not(trouble);
            using var word = WordprocessingDocument.Open(
                new MemoryStream(bytes),
                isEditable: false,
                new OpenSettings { MaxCharactersInPart = DocumentLimits.MaxUnpacked }
            );
            return word.MainDocumentPart is { } main ? Read(main) : DocumentText.Not(DocumentTrouble.OtherKind);
        }
        catch (Exception broken)
            when (broken
                    is FileFormatException
                        or InvalidDataException
                        or OpenXmlPackageException
                        or XmlException
                        or ArgumentException
                        or InvalidOperationException
                        or UriFormatException
                        or IOException
            )
        {
            return DocumentText.Not(DocumentTrouble.Broken);
        }
    }

    /// <summary>The sizes that a zip file states bound what is unpacked of it: the reader gives no more than was stated.</summary>
    private static DocumentTrouble? Measure(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (zip.Entries.Count > DocumentLimits.MaxParts) return DocumentTrouble.TooComplex;
        if (
            zip.GetEntry("[Content_Types].xml") is null
            || !zip.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.Ordinal))
        )
            return DocumentTrouble.OtherKind;
        var unpacked = zip
            .Entries.Where(entry =>
                entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            )
            .Sum(entry => entry.Length);
        return unpacked > DocumentLimits.MaxUnpacked ? DocumentTrouble.TooComplex : null;
    }

    private static DocumentText Read(MainDocumentPart main)
    {
        var links = main
            .HyperlinkRelationships.Where(link => link.IsExternal)
            .ToDictionary(link => link.Id, link => link.Uri.OriginalString, StringComparer.Ordinal);
        var text = new StringBuilder();
        var (elements, skipped, hasLists, cells) = (0, 0, false, 0);
        var open = new Stack<string?>();
        using var reader = OpenXmlReader.Create(main);
        while (reader.Read())
        {
            if (++elements > DocumentLimits.MaxElements || open.Count > DocumentLimits.MaxText || text.Length > DocumentLimits.MaxText * 2)
                return DocumentText.Not(text.Length > DocumentLimits.MaxText ? DocumentTrouble.TextTooLong : DocumentTrouble.TooComplex);
            var type = reader.ElementType;
            if (IsLeftOut(type)) skipped += reader.IsStartElement ? 1 : 0;
            if (skipped == 0)
            {
                if (reader.IsStartElement) Begin(reader, type);
                else if (reader.IsEndElement) End(type);
            }

            if (IsLeftOut(type) && reader.IsEndElement) skipped--;
        }

        return new(Tidy(text.ToString()), null, hasLists);

        void Begin(OpenXmlReader at, Type type)
        {
            if (type == typeof(Text)) text.Append(at.GetText());
            else if (type == typeof(TabChar)) text.Append('\t');
            else if (type == typeof(Break) || type == typeof(CarriageReturn)) text.Append('\n');
            else if (type == typeof(NoBreakHyphen)) text.Append('-');
            else if (type == typeof(NumberingProperties)) hasLists = true;
            else if (type == typeof(TableRow)) cells = 0;
            else if (type == typeof(TableCell)) BeginCell();
            else if (type == typeof(Hyperlink))
                open.Push(
                    at.Attributes.FirstOrDefault(attribute => attribute.LocalName == "id").Value is { } id
                        ? links.GetValueOrDefault(id)
                        : null
                );
        }

        void End(Type type)
        {
            if (type == typeof(Paragraph)) text.Append(cells > 0 ? ' ' : '\n');
            else if (type == typeof(TableRow)) EndRow();
            else if (
                type == typeof(Hyperlink)
                && open.TryPop(out var address)
                && address is not null
                && !text.ToString(Math.Max(0, text.Length - 300), Math.Min(300, text.Length))
                    .Contains(Bare(address), StringComparison.OrdinalIgnoreCase)
            )
                text.Append('（').Append(Bare(address)).Append('）');
        }

        void BeginCell()
        {
            if (cells++ == 0) return;
            while (text.Length > 0 && text[^1] == ' ') text.Length--;
            text.Append('\t');
        }

        void EndRow()
        {
            cells = 0;
            text.Append('\n');
        }
    }

    private static string Bare(string address) =>
        address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? address[7..] : address;

    /// <summary>What is struck out, and the second form of a drawing that Word keeps for older programs.</summary>
    private static bool IsLeftOut(Type type) =>
        type == typeof(DeletedRun) || type == typeof(AlternateContentFallback) || type == typeof(ParagraphPropertiesChange);

    private static string Tidy(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n', ' ', '\t');
}
