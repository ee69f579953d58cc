using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TeamsBot.Tests.Documents;

/// <summary>Makes Word and PDF files, true and hostile ones.</summary>
internal static class Made
{
    public static byte[] Word(params OpenXmlElement[] paragraphs)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            word.AddMainDocumentPart().Document = new Document(new Body(paragraphs));
        return stream.ToArray();
    }

    public static Paragraph Line(string text) => new(new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));

    /// <summary>A zip of a Word file's parts, where the text is what is given.</summary>
    public static byte[] WordOf(string documentXml, Action<ZipArchive>? more = null)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            );
            Put(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
                    + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                    + "Target=\"word/document.xml\"/></Relationships>"
            );
            Put(zip, "word/document.xml", documentXml);
            more?.Invoke(zip);
        }

        return stream.ToArray();
    }

    public static void Put(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        writer.Write(content);
    }

    /// <summary>A PDF of these objects, numbered from 1; the first is the catalog.</summary>
    public static byte[] Pdf(params byte[][] objects)
    {
        using var pdf = new MemoryStream();
        var places = new List<long>();
        Write("%PDF-1.7\n");
        for (var number = 1; number <= objects.Length; number++)
        {
            places.Add(pdf.Length);
            Write($"{number} 0 obj\n");
            pdf.Write(objects[number - 1]);
            Write("\nendobj\n");
        }

        var table = pdf.Length;
        Write(
            $"xref\n0 {objects.Length + 1}\n0000000000 65535 f "
                + $"\n{string.Concat(places.Select(place => $"{place:D10} 00000 n \n"))}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R "
                + $">>\nstartxref\n{table}\n%%EOF"
        );
        return pdf.ToArray();

        void Write(string text) => pdf.Write(Encoding.ASCII.GetBytes(text));
    }

    public static byte[] Object(string text) => Encoding.ASCII.GetBytes(text);

    public static byte[] Stream(string dictionary, byte[] content) =>
        [
            .. Encoding.ASCII.GetBytes($"<< {dictionary} /Length {content.Length} >>\nstream\n"),
            .. content,
            .. Encoding.ASCII.GetBytes("\nendstream"),
        ];

    public static byte[] Deflated(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true)) zlib.Write(content);
        return packed.ToArray();
    }

    /// <summary>A page whose content draws what is given; objects 1 to 4 are catalog, pages, page and font, 5 is the content.</summary>
    public static byte[] PageOf(byte[] content, string resources = "", params byte[][] more) => Pdf([
        Object("<< /Type /Catalog /Pages 2 0 R >>"),
        Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
        Object(
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> {resources} >> >>"
        ),
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
        content,
        .. more,
    ]);
}
