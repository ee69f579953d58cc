using System.Text;

namespace TeamsBot.Tables;

/// <summary>
/// A table as a CSV file that Excel in Japan opens right: UTF-8 with its mark, CRLF, and no cell that a spreadsheet would take for a
/// formula. <see cref="Plain"/> takes that precaution off again.
/// </summary>
internal static class CsvText
{
    /// <summary>What makes a spreadsheet compute a cell.</summary>
    private const string FormulaSigns = "=+-@\t\r";

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>A cell as it was before it was written.</summary>
    public static string Plain(string cell) => cell is ['\'', var sign, ..] && FormulaSigns.Contains(sign, StringComparison.Ordinal)
        ? cell[1..] : cell;

    private static string Cell(string value)
    {
        var safe = value.Length > 0 && FormulaSigns.Contains(value[0], StringComparison.Ordinal) ? $"'{value}" : value;
        return safe.AsSpan().ContainsAny(",\"\r\n") || safe != safe.Trim()
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
