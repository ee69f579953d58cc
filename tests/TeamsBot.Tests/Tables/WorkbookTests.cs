using System.IO.Compression;
using TeamsBot.Tables;
using TeamsBot.Tests.Documents;

namespace TeamsBot.Tests.Tables;

/// <summary>
/// Sheets as Excel in Japan saves them, written by hand as XML so that nothing of the reader's library is taken on trust.
/// </summary>
public sealed class WorkbookTests
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void Texts_are_read_without_how_they_are_spoken()
    {
        var book = Book(
            """<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>所属</t></is></c></row><row r="4"><c r="A4" t="s"><v>1</v></c><c r="B4"><v>1656</v></c><c r="C4" t="str"><f>A1</f><v>広報課</v></c></row>""",
            """<si><t>氏名</t></si><si><t>佐藤</t><rPh sb="0" eb="2"><t>サトウ</t></rPh><phoneticPr fontId="1"/></si>"""
        );

        var rows = Workbook.Read(book).Table!.Rows;

        rows.Select(row => row.Line).ShouldBe([1, 4]);
        rows[0].Cells.ShouldBe(["氏名", "", "所属"]);
        rows[1].Cells.ShouldBe(["佐藤", "1656", "広報課"]);
    }

    [Fact]
    public void Parts_of_a_text_in_different_fonts_are_one_text() =>
        Workbook.Read(Book("""<row r="1"><c r="A1" t="s"><v>0</v></c></row>""",
            "<si><r><t>佐藤 </t></r><r><t>花子</t></r></si>")).Table!.Rows[0].Cells.ShouldBe(["佐藤 花子"]);

    [Fact]
    public void A_reference_that_leads_nowhere_is_an_empty_cell() =>
        Workbook.Read(Book("""<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1"><v>2</v></c></row>""",
            "<si><t>x</t></si>")).Table!.Rows[0].Cells.ShouldBe(["", "2"]);

    [Fact]
    public void A_file_that_unpacks_to_more_than_may_be_read_is_not_unpacked() =>
        Workbook.Read(Book(new string(' ', TableLimits.MaxUnpacked), "")).Trouble.ShouldBe(TableTrouble.TooLarge);

    [Fact]
    public void More_rows_than_may_be_read_are_refused() => Workbook.Read(Book(
        string.Concat(Enumerable.Range(1, TableLimits.MaxRows + 1).Select(row => $"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>")),
        "")).Trouble.ShouldBe(TableTrouble.TooLarge);

    [Fact]
    public void A_Word_file_is_no_workbook() => Workbook.Read(Made.Word(Made.Line("原稿"))).Trouble.ShouldBe(TableTrouble.OtherKind);

    /// <summary>A workbook of one sheet.</summary>
    internal static byte[] Book(string rows, string texts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Made.Put(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" "
                    + "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override "
                    + "PartName=\"/xl/worksheets/sheet1.xml\" "
                    + "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/><Override "
                    + "PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedS"
                    + "trings+xml\"/></Types>"
            );
            Made.Put(zip, "_rels/.rels", Relations(("r1", "officeDocument", "xl/workbook.xml")));
            Made.Put(
                zip,
                "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                    + $" name=\"職員\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            );
            Made.Put(zip, "xl/_rels/workbook.xml.rels", Relations(
                ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")));
            Made.Put(zip, "xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");
            Made.Put(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{texts}</sst>");
        }

        return stream.ToArray();
    }

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
            + $">{string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Type}\" Target=\"{relation.Target}\"/>"))}</Relationships>";
}
