using System.Text.Json;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>A text whose reading a person has written down: a call for help of some kind, or a post.</summary>
public sealed record AlarmRow(string Id, string Text, bool IsAlarm, string? Trouble)
{
    /// <summary>A row without a label stands in a set of posts only; there are many of them, and they are much alike.</summary>
    private const double WeightOfPlainPost = 0.1;

    /// <summary>Rows <c>{id, text, kind: "alarm"|"post", trouble}</c>; without a kind they are posts.</summary>
    /// <exception cref="FormatException">A line is not such a row; the message names the line.</exception>
    public static IEnumerable<AlarmRow> Read(IEnumerable<string> lines) =>
        lines.Index().Where(line => line.Item.Trim().Length > 0).Select(line => Parse(line.Item, line.Index + 1));

    /// <summary>The weights of the signs as these rows teach them, as the file of weights has them.</summary>
    public static string Learn(IEnumerable<AlarmRow> rows) =>
        AlarmWeights.Write(AlarmTraining.Learn([.. rows.Select(row => (AlarmText.Of(row.Text), row.IsAlarm, row.IsPlain ? WeightOfPlainPost : 1))]));

    private bool IsPlain { get; init; }

    private static AlarmRow Parse(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var kind = Member(json.RootElement, "kind");
            return new(Member(json.RootElement, "id") ?? "", Member(json.RootElement, "text") ?? throw new FormatException("no text"), kind == "alarm", Member(json.RootElement, "trouble")) { IsPlain = kind is null };
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            throw new FormatException($"line {number}: expected a JSON object with \"text\"", wrong);
        }
    }

    private static string? Member(JsonElement row, string name) => row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
