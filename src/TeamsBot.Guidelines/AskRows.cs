using System.Text.Encodings.Web;
using System.Text.Json;

namespace TeamsBot.Guidelines;

/// <summary>
/// The <c>ask</c> command for many questions: rows with an id and a question in, one line of JSON for each out, in the same order.
/// </summary>
public static class AskRows
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="rows">JSON lines <c>{"id","question"}</c>; empty lines are passed over, other members ignored.</param>
    /// <exception cref="FormatException">A line is not such a row; the message names the line.</exception>
    public static IEnumerable<string> Run(GuidelineAnswers answers, IEnumerable<string> rows, string? pack = null)
    {
        var number = 0;
        foreach (var row in rows)
        {
            number++;
            if (string.IsNullOrWhiteSpace(row)) continue;
            var (id, question) = Parse(row, number);
            yield return Line(id, answers.Ask(question, pack));
        }
    }

    /// <summary>One answer as the line that <c>ask --jsonl</c> prints.</summary>
    public static string Line(string id, Answer answer) => JsonSerializer.Serialize(new
    {
        Id = id,
        answer.Found,
        Lang = answer.Language == AnswerLanguage.En ? "en" : "ja",
        answer.Text,
        Citations = answer.Citations.Select(citation => new
        {
            citation.Document,
            citation.Clause,
            citation.Heading,
            citation.Quote,
            citation.ClauseId,
        }),
    }, Json);

    private static (string Id, string Question) Parse(string row, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(row);
            var id = json.RootElement.GetProperty("id");
            return (
                id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText(),
                json.RootElement.GetProperty("question").GetString() ?? ""
            );
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"line {number}: expected a JSON object with \"id\" and \"question\"", wrong);
        }
    }
}
