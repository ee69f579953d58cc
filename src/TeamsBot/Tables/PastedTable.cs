using CsvHelper;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Tables;

/// <summary>
/// Reads cells as a spreadsheet copies them (parted by tabs) or as a CSV file has them (parted by commas, RFC 4180): a quoted cell may hold
/// the sign that parts, line breaks and doubled quotation marks. Everything is brought to half width first, as the media write names and
/// numbers.
/// </summary>
internal static class PastedTable
{
    /// <param name="keepsWidth">Cells stay as they were written, for a list that is to be written again as it was.</param>
    public static Table Read(string text, bool keepsWidth = false)
    {
        var normal = keepsWidth ? text.TrimStart('\uFEFF') : TurnRouter.Normal(text);
        var (rows, unclosed) = (new List<TableRow>(), 0);
        using var reader = CsvReader.FromText(normal, CsvReaderOptions.Default with
        {
            Separator = normal.Contains('\t', StringComparison.Ordinal) ? '\t' : ',',
            HasHeader = false,
            // Counted, so that a row's number is the one its reader sees.
            SkipEmptyLines = false,
            TrimWhitespace = true,
            OnMalformedRecord = record => unclosed = record.Reason == CsvMalformedReason.UnterminatedQuote ? (int)record.RecordNumber
                : unclosed,
        });
        while (reader.Read())
        {
            var row = new TableRow((int)reader.RowNumber,
                [.. Enumerable.Range(0, reader.FieldCount).Select(at => reader.GetString(at).Trim())]);
            if (!row.IsEmpty) rows.Add(row);
        }

        return new(rows, unclosed);
    }
}
