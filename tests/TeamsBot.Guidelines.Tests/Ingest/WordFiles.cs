using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeamsBot.Tests.Ingest;

/// <summary>Makes Word files out of lines, as a rule is typed: one paragraph a line, lines with tabs as the rows of a table.</summary>
internal static class WordFiles
{
    public static byte[] OfLines(IEnumerable<string> lines)
    {
        var body = new Body();
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (!line.Contains('\t', StringComparison.Ordinal)) body.Append(Line(line));
            else if (body.LastChild is Table table) table.Append(Row(line));
            else body.Append(new Table(Row(line)));
        }

        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            word.AddMainDocumentPart().Document = new Document(body);
        return stream.ToArray();
    }

    private static Paragraph Line(string text) => new(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    private static TableRow Row(string line) => new(line.Split('\t').Select(cell => new TableCell(Line(cell))));
}
