using System.Globalization;
using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tables;

/// <summary>
/// Reads the first visible sheet of an Excel file (.xlsx). A formula gives the value it had when the file was saved; a date stays the
/// number Excel keeps. The file is measured before anything of it is unpacked.
/// </summary>
internal static class Workbook
{
    /// <summary>Neither a workbook nor within <see cref="TableLimits"/>: the trouble; else the table.</summary>
    /// <param name="keepsWidth">Cells stay as they were written.</param>
    public static (Table? Table, TableTrouble? Trouble) Read(byte[] bytes, bool keepsWidth = false)
    {
        try
        {
            if (Measure(bytes) is { } trouble) return (null, trouble);
            using var book = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false,
                new OpenSettings { MaxCharactersInPart = TableLimits.MaxUnpacked });
            if (book.WorkbookPart is not { } workbook || SheetOf(workbook) is not { } sheet) return (null, TableTrouble.OtherKind);
            return Rows(sheet, Texts(workbook.SharedStringTablePart), keepsWidth) is { } rows
                ? (new Table(rows), null) : (null, TableTrouble.TooLarge);
        }
        catch (Exception broken) when (
            broken is FileFormatException or InvalidDataException or OpenXmlPackageException or XmlException or ArgumentException
                or InvalidOperationException or UriFormatException or IOException or FormatException)
        {
            return (null, TableTrouble.Broken);
        }
    }

    private static TableTrouble? Measure(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (zip.Entries.Count > TableLimits.MaxParts) return TableTrouble.TooLarge;
        if (zip.GetEntry("[Content_Types].xml") is null
            || !zip.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.Ordinal))) return TableTrouble.OtherKind;
        return zip.Entries.Sum(entry => entry.Length) > TableLimits.MaxUnpacked ? TableTrouble.TooLarge : null;
    }

    private static WorksheetPart? SheetOf(WorkbookPart workbook) => workbook.Workbook.Sheets?.Elements<Sheet>()
        .Where(sheet => sheet.State is null || sheet.State.Value == SheetStateValues.Visible)
        .Select(sheet => sheet.Id?.Value is { } id && workbook.TryGetPartById(id, out var part) ? part as WorksheetPart : null)
        .FirstOrDefault(part => part is not null);

    /// <summary>
    /// Without how a text is read aloud: Japanese Excel keeps furigana inside of the text, and it is no part of the cell.
    /// </summary>
    private static List<string> Texts(SharedStringTablePart? part)
    {
        var texts = new List<string>();
        if (part is null) return texts;
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SharedStringItem)
                && reader.LoadCurrentElement() is SharedStringItem item) texts.Add(TextOf(item));
        }

        return texts;
    }

    private static string TextOf(RstType item) => string.Concat(item.Elements().Select(part => part switch
    {
        Text text => text.Text,
        Run run => run.Text?.Text ?? "",
        _ => "",
    }));

    /// <summary>Null where there is more than may be read.</summary>
    private static List<TableRow>? Rows(WorksheetPart sheet, List<string> texts, bool keepsWidth)
    {
        var rows = new List<TableRow>();
        using var reader = OpenXmlReader.Create(sheet);
        for (var line = 1; reader.Read(); )
        {
            if (!reader.IsStartElement || reader.ElementType != typeof(Row) || reader.LoadCurrentElement() is not Row row) continue;
            line = (int?)row.RowIndex?.Value ?? line;
            var read = new TableRow(line++, Cells(row, texts, keepsWidth));
            if (read.IsEmpty) continue;
            if (rows.Count == TableLimits.MaxRows) return null;
            rows.Add(read);
        }

        return rows;
    }

    private static List<string> Cells(Row row, List<string> texts, bool keepsWidth)
    {
        var cells = new List<string>();
        foreach (var cell in row.Elements<Cell>())
        {
            var at = cell.CellReference?.Value is { } name ? ColumnOf(name) : cells.Count;
            if (at >= TableLimits.MaxColumns) continue;
            while (cells.Count <= at) cells.Add("");
            cells[at] = (keepsWidth ? ValueOf(cell, texts) : TurnRouter.Normal(ValueOf(cell, texts))).Trim();
        }

        return cells;
    }

    private static string ValueOf(Cell cell, List<string> texts)
    {
        if (cell.InlineString is { } inline) return TextOf(inline);
        var value = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value != CellValues.SharedString) return value;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : "";
    }

    /// <summary>From 0: <c>AB12</c> is the 28th column.</summary>
    private static int ColumnOf(string name)
    {
        var column = 0;
        foreach (var letter in name.TakeWhile(char.IsAsciiLetter).Take(4)) column = (column * 26)
            + (char.ToUpperInvariant(letter) - 'A' + 1);
        return Math.Max(0, column - 1);
    }
}
