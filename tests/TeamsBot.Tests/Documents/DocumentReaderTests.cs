using System.Text;
using DocumentFormat.OpenXml.Wordprocessing;
using TeamsBot.Documents;
using TeamsBot.Protocol.Files;
using UglyToad.PdfPig.Writer;

namespace TeamsBot.Tests.Documents;

/// <summary>
/// Texts of Word and PDF files, and files that are none, too large, or made to do harm. Limits are counts: no test looks at a clock.
/// </summary>
public sealed class DocumentReaderTests
{
    private const string Ns = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    [Fact]
    public async Task A_Word_file_is_read_as_it_is_printed()
    {
        var row = new TableRow(new TableCell(Made.Line("日時")), new TableCell(Made.Line("12月7日(月)")));
        var bytes = Made.Word(
            Made.Line("　図書館からのお知らせです。"),
            Made.Line(""),
            new Paragraph(
                new Run(new Text("上履き")),
                new Run(new TabChar()),
                new Run(new Text("水筒")),
                new Run(new Break()),
                new Run(new Text("次の行"))
            ),
            new Paragraph(new DeletedRun(new Run(new DeletedText("消した"))), new InsertedRun(new Run(new Text("加えた")))),
            new Table(row)
        );

        (await DocumentReader.ReadAsync(bytes)).ShouldBe(new DocumentText("　図書館からのお知らせです。\n\n上履き\t水筒\n次の行\n加えた\n日時\t12月7日(月)", null));
    }

    [Fact]
    public async Task A_list_that_Word_numbers_is_said_to_be_one() =>
        (
            await DocumentReader.ReadAsync(
                Made.Word(
                    new Paragraph(
                        new ParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 })),
                        new Run(new Text("上履き"))
                    )
                )
            )
        ).HasLists.ShouldBeTrue();

    [Fact]
    public async Task A_link_of_a_Word_file_keeps_its_address()
    {
        var bytes = Made.WordOf(
            $"<w:document {Ns} xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><w:body><w:p><w:hyperlink "
                + $"r:id=\"l1\"><w:r><w:t>申込み</w:t></w:r></w:hyperlink><w:r><w:t>から</w:t></w:r></w:p></w:body></w:document>",
            zip =>
                Made.Put(
                    zip,
                    "word/_rels/document.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"l1\" "
                        + "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" "
                        + "Target=\"https://www.city.hoshimi.lg.jp/form\" TargetMode=\"External\"/></Relationships>"
                )
        );
        (await DocumentReader.ReadAsync(bytes)).Text.ShouldBe("申込み（https://www.city.hoshimi.lg.jp/form）から");
    }

    [Fact]
    public async Task A_PDF_is_read_line_by_line()
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(UglyToad.PdfPig.Fonts.Standard14Fonts.Standard14Font.Helvetica);
        var page = builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        page.AddText("The library is closed on December 7.", 12, new(50, 700), font);
        page.AddText("Open again on December 8.", 12, new(50, 680), font);

        (await DocumentReader.ReadAsync(builder.Build())).Text.ShouldBe("The library is closed on December 7.\nOpen again on December 8.");
    }

    public static TheoryData<string, byte[], string> Troubles => new()
    {
        { "nothing", [], nameof(DocumentTrouble.OtherKind) },
        { "a picture", [0xFF, 0xD8, 0xFF, 0xE0], nameof(DocumentTrouble.OtherKind) },
        { "Word of before 2007", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], nameof(DocumentTrouble.OldOrLocked) },
        { "half a zip", Made.Word(Made.Line("図書館"))[..200], nameof(DocumentTrouble.Broken) },
        { "an empty Word file", Made.Word(), nameof(DocumentTrouble.NoText) },
        { "a text too long", Made.Word(Made.Line(new string('あ', DocumentLimits.MaxText + 1))), nameof(DocumentTrouble.TextTooLong) },
        {
            "a zip bomb",
            Made.WordOf(
                $"<w:document {Ns}><w:body><w:p><w:r><w:t>{new string('a', 20_000_000)}</w:t></w:r></w:p></w:body></w:document>"
            ),
            nameof(DocumentTrouble.TooComplex)
        },
        {
            "a bomb in another part",
            Made.WordOf($"<w:document {Ns}><w:body/></w:document>", zip =>
                Made.Put(zip, "word/styles.xml", new string(' ', 20_000_000))
            ),
            nameof(DocumentTrouble.TooComplex)
        },
        { "a zip of many parts", Made.WordOf($"<w:document {Ns}><w:body/></w:document>", zip =>
            {
                for (var part = 0; part < 1_001; part++)
                    Made.Put(zip, $"word/{part}.xml", "");
            }), nameof(DocumentTrouble.TooComplex) },
        {
            "elements without end",
            Made.WordOf(
                $"<w:document {Ns}><w:body><w:p>{new StringBuilder().Insert(0, "<w:r/>", 250_000)}</w:p></w:body></w:document>"
            ),
            nameof(DocumentTrouble.TooComplex)
        },
        {
            "an entity bomb",
            Made.WordOf(
                $"<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;"
                    + $"\">]><w:document {Ns}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
            ),
            nameof(DocumentTrouble.Broken)
        },
        { "XML that is none", Made.WordOf("図書館"), nameof(DocumentTrouble.Broken) },
        { "a spreadsheet under another name", Zip("xl/workbook.xml"), nameof(DocumentTrouble.OtherKind) },
        { "a PDF without text", Made.PageOf(Made.Stream("", Made.Object("0 0 m 10 10 l S"))), nameof(DocumentTrouble.NoText) },
        { "a PDF cut off", Made.PageOf(Made.Stream("", Made.Object("BT ET")))[..60], nameof(DocumentTrouble.Broken) },
        {
            "a PDF bomb",
            Made.PageOf(Made.Stream("/Filter /FlateDecode", Made.Deflated(new byte[40_000_000]))),
            nameof(DocumentTrouble.TooComplex)
        },
        {
            "a PDF bomb within a bomb",
            Made.PageOf(Made.Stream("/Filter [/FlateDecode /FlateDecode]", Made.Deflated(Made.Deflated(new byte[40_000_000])))),
            nameof(DocumentTrouble.TooComplex)
        },
        {
            "a run-length bomb",
            Made.PageOf(Made.Stream("/Filter /RunLengthDecode", new byte[300_000])),
            nameof(DocumentTrouble.TooComplex)
        },
        { "drawings that double", Doubling(), nameof(DocumentTrouble.TooComplex) },
        {
            "drawings that draw each other",
            Made.PageOf(Made.Stream("", Made.Object("/A Do")), "/XObject << /A 6 0 R /B 7 0 R >>", Form("/B Do"), Form("/A Do")),
            nameof(DocumentTrouble.TooComplex)
        },
        {
            "one part named without end",
            Made.Pdf(
                Made.Object("<< /Type /Catalog /Pages 2 0 R >>"),
                Made.Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                Made.Object(
                    $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [{string.Concat(Enumerable.Repeat("4 0 R ", 3_000))}] "
                        + $">>"
                ),
                Made.Stream("", new byte[100_000])
            ),
            nameof(DocumentTrouble.TooComplex)
        },
        { "eleven pages", Pages(11), nameof(DocumentTrouble.TooManyPages) },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_is_a_value(string kind, byte[] bytes, string expected) =>
        (await DocumentReader.ReadAsync(bytes)).Trouble.ToString().ShouldBe(expected, kind);

    /// <summary>Whatever else it is called, it ends, and it gives no text.</summary>
    [Fact]
    public async Task A_tree_of_pages_that_leads_back_to_itself_ends() =>
        (
            await DocumentReader.ReadAsync(
                Made.Pdf(
                    Made.Object("<< /Type /Catalog /Pages 2 0 R >>"),
                    Made.Object("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                    Made.Object("<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 1 >>")
                )
            )
        ).Text.ShouldBeNull();

    [Fact]
    public async Task Brackets_without_end_do_not_end_the_program() =>
        (await DocumentReader.ReadAsync(Made.PageOf(Made.Stream("", Made.Object(new string('[', 1_000_000)))))).Text.ShouldBeNull();

    [Theory]
    [InlineData("原稿.docx", true, true)]
    [InlineData("チラシ.PDF", true, true)]
    [InlineData("名簿.xlsx", true, false)]
    [InlineData("古い.doc", true, false)]
    [InlineData("動画.mp4", true, false)]
    [InlineData("photo.JPG", false, false)]
    [InlineData("IMG_0001", false, false)]
    public void Documents_are_told_from_pictures_by_name(string name, bool isDocument, bool isReadable)
    {
        var file = new SharedFile(SharedFileKind.Download, name, "https://hoshimi.sharepoint.com/x");
        (DocumentFiles.IsDocument(file), DocumentFiles.IsReadable(file)).ShouldBe((isDocument, isReadable));
        DocumentFiles.IsDocument(file with { Kind = SharedFileKind.InlineImage }).ShouldBeFalse();
    }

    [Fact]
    public void Each_trouble_has_its_sentence()
    {
        foreach (var trouble in Enum.GetValues<DocumentTrouble>()) DocumentWords.Sentence("原稿.docx", trouble).ShouldEndWith("送ってください。");
    }

    private static byte[] Form(string content) =>
        Made.Stream(
            "/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /XObject << /A 6 0 R /B 7 0 R >> >>",
            Made.Object(content)
        );

    /// <summary>Thirty forms, each of which draws the next one ten times.</summary>
    private static byte[] Doubling() =>
        Made.PageOf(
            Made.Stream("", Made.Object("/X6 Do")),
            "/XObject << /X6 6 0 R >>",
            [
                .. Enumerable
                    .Range(6, 30)
                    .Select(number =>
                        Made.Stream(
                            $"/Type /XObject /Subtype /Form /BBox [0 0 10 10] /Resources << /XObject << /X{number + 1} {number + 1} 0 R >> "
                                + $">>",
                            Made.Object(number == 35 ? "q Q" : string.Concat(Enumerable.Repeat($"/X{number + 1} Do ", 10)))
                        )
                    ),
            ]
        );

    private static byte[] Pages(int count) => Made.Pdf([
        Made.Object("<< /Type /Catalog /Pages 2 0 R >>"),
        Made.Object(
            $"<< /Type /Pages /Kids [{string.Join(' ', Enumerable.Range(3, count).Select(page => $"{page} 0 R"))}] /Count {count} >>"
        ),
        .. Enumerable.Range(0, count).Select(_ => Made.Object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>")),
    ]);

    private static byte[] Zip(string name)
    {
        using var stream = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            Made.Put(zip, "[Content_Types].xml", "<Types/>");
            Made.Put(zip, name, "<x/>");
        }

        return stream.ToArray();
    }
}
