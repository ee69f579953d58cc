using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace TeamsBot.Tables;

/// <summary>Writes a workbook of one sheet (.xlsx). Every cell is text, so nothing in it is ever computed.</summary>
internal static class WorkbookWriter
{
    /// <param name="widths">Of the columns, in characters; a column without one keeps the usual width.</param>
    public static byte[] Write(string sheetName, IEnumerable<IReadOnlyList<string>> rows, params IReadOnlyList<double> widths)
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = book.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet();
            if (widths.Count > 0) part.Worksheet.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Columns(widths.Select(ColumnOf)));
            part.Worksheet.AppendChild(new SheetData(rows.Select(RowOf)));
            workbook.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(
                new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = sheetName }));
        }

        return file.ToArray();
    }

    private static Column ColumnOf(double width, int at) =>
        new() { Min = (uint)at + 1, Max = (uint)at + 1, Width = width, CustomWidth = true };

    private static Row RowOf(IReadOnlyList<string> cells) => new(cells.Select(text => new Cell
    {
        DataType = CellValues.InlineString,
        InlineString = new InlineString(new Text(Written(text)) { Space = SpaceProcessingModeValues.Preserve }),
    }));

    /// <summary>Without the few characters that XML cannot hold.</summary>
    private static string Written(string text) => string.Concat(text.Where(System.Xml.XmlConvert.IsXmlChar));
}
