namespace TeamsBot.Tables;

/// <summary>
/// What somebody pasted or sent as a table: rows of texts, without the empty ones. Knows nothing of what the columns mean.
/// </summary>
/// <param name="UnclosedAt">The line whose quotation mark is not closed, so that everything below it would be read as one cell; 0 where
/// there is none.</param>
internal sealed record Table(IReadOnlyList<TableRow> Rows, int UnclosedAt = 0);

/// <param name="Line">From 1, as the person sees it: the row of the sheet, or of what was pasted. A cell with a line break in it is one
/// row.</param>
internal sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    public bool IsEmpty => Cells.All(cell => cell.Length == 0);
}

/// <summary>
/// Names of columns as people write them, each with the field that is meant. Order and case do not matter; unknown columns are left out.
/// </summary>
internal sealed class Columns(params (string Field, string[] Names)[] columns)
{
    /// <summary>The field of each column; null for a column nobody asks for.</summary>
    public IReadOnlyList<string?> Of(TableRow header) => [.. header.Cells.Select(FieldOf)];

    /// <summary>A row's cells by field. Of two columns with one meaning the first counts; a short row has empty cells.</summary>
    public static Dictionary<string, string> Values(IReadOnlyList<string?> fields, TableRow row) => fields
        .Select((field, at) => (Field: field, Value: row.Cells.ElementAtOrDefault(at) ?? ""))
        .Where(cell => cell.Field is not null)
        .GroupBy(cell => cell.Field!, StringComparer.Ordinal)
        .ToDictionary(cell => cell.Key, cell => cell.First().Value, StringComparer.Ordinal);

    private string? FieldOf(string heading) => columns.FirstOrDefault(
        column => column.Names.Contains(heading, StringComparer.OrdinalIgnoreCase)).Field;
}
