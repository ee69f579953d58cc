using System.Text.Encodings.Web;
using System.Text.Json;

namespace TeamsBot.Checks.Rows;

/// <summary>
/// The <c>check --jsonl</c> command without its files: rows of drafts in, one line of findings out for each. Blank lines are skipped; a
/// line that is no row ends the run with its number. Offsets are UTF-16.
/// </summary>
public static class CheckRows
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="profiles">Organisation profiles by name, for rows whose <c>meta.profile</c> names one; null for none.</param>
    /// <param name="pack">What every row is checked under; its organisation serves rows that name no profile.</param>
    /// <exception cref="CheckRowException">A line or the profiles cannot be read.</exception>
    public static void Run(TextReader rows, TextReader? profiles, CheckContext pack, TextWriter output)
    {
        var organisations = profiles is null ? [] : RowProfiles.Read(profiles);
        for (var number = 1; rows.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var row = Parse(line, number, organisations, pack);
            output.WriteLine(Print(row.Id, ContentChecker.Check(row.Text, row.Context)));
        }
    }

    /// <summary>
    /// One line of output: <c>{"id","findings":[{rule, category, severity, start, end, message, suggestion, clauses}]}</c>.
    /// </summary>
    public static string Print(string? id, IReadOnlyList<Finding> findings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            if (id is not null) json.WriteString("id", id);
            json.WriteStartArray("findings");
            foreach (var finding in findings) Write(json, finding);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.RuleId);
        json.WriteString("category", finding.Category.Id);
        json.WriteString("severity", finding.Severity.ToString().ToLowerInvariant());
        Number(json, "start", finding.Span?.Start);
        Number(json, "end", finding.Span?.End);
        json.WriteString("message", finding.Message);
        json.WriteString("suggestion", finding.Suggestion);
        json.WriteStartArray("clauses");
        foreach (var clause in finding.Clauses) json.WriteStringValue(clause);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number) json.WriteNumber(name, number);
        else json.WriteNull(name);
    }

    private static Row Parse(string line, int number, IReadOnlyDictionary<string, RowProfile> organisations, CheckContext pack)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return RowReader.Read(document.RootElement, organisations, pack);
        }
        catch (Exception exception)
            when (exception is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new CheckRowException($"Line {number} is not a row: {exception.Message}", exception);
        }
    }
}

/// <summary>A row or profile file that cannot be read; the message says which line and why, and holds no draft text.</summary>
public sealed class CheckRowException(string message, Exception? inner = null) : Exception(message, inner);
