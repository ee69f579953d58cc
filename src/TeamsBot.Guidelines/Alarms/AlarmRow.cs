using System.Text.Json;

namespace TeamsBot.Guidelines.Alarms;

/// <summary>A text whose reading a person has written down: a call for help of some kind, a post, or a question about a rule.</summary>
/// <param name="Trouble">As the row names it; null for posts and questions.</param>
public sealed record AlarmRow(string Id, string Text, AlarmLabel Label, string? Trouble)
{
    /// <summary>The rows' own names of two kinds; the others are the kinds' words.</summary>
    private static readonly Dictionary<string, TroubleKind> OtherWords = new(StringComparer.Ordinal)
    {
        ["frozen"] = TroubleKind.ServiceStop, ["unwanted_like"] = TroubleKind.UnwantedPost,
    };

    public bool IsAlarm => Label == AlarmLabel.Alarm;

    /// <summary>Null where the trouble is of no kind that there are steps for, and the general ones are shown.</summary>
    public TroubleKind? Kind => Trouble is not { } word ? null
        : OtherWords.TryGetValue(word, out var other) ? other
        : TroubleKinds.IsKind(word.Replace('_', '-')) ? TroubleKinds.Parse(word.Replace('_', '-')) : null;

    /// <summary>Nobody labelled it; it stands in a set of posts.</summary>
    internal bool IsPlain { get; init; }

    /// <summary>Rows <c>{id, text, kind: "alarm"|"post"|"question", trouble}</c>; without a kind they are posts.</summary>
    /// <exception cref="FormatException">A line is not such a row; the message names the line.</exception>
    public static IEnumerable<AlarmRow> Read(IEnumerable<string> lines) =>
        lines.Index().Where(line => line.Item.Trim().Length > 0).Select(line => Parse(line.Item, line.Index + 1));

    /// <summary>Questions about rules: the second cell of each line of the guidelines' question sets.</summary>
    public static IEnumerable<AlarmRow> ReadQuestions(IEnumerable<string> lines) =>
        lines
            .Index()
            .Where(line => !line.Item.StartsWith('#'))
            .Select(line => (line.Index, Cells: line.Item.Split('\t')))
            .Where(line => line.Cells.Length > 1)
            .Select(line => new AlarmRow($"line {line.Index + 1}", line.Cells[1], AlarmLabel.Question, null));

    private static AlarmRow Parse(string line, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var kind = Member(json.RootElement, "kind");
            var label = kind switch { "alarm" => AlarmLabel.Alarm, "question" => AlarmLabel.Question, _ => AlarmLabel.Post };
            var text = Member(json.RootElement, "text") ?? throw new FormatException("no text");
            return new(Member(json.RootElement, "id") ?? "", text, label, Member(json.RootElement, "trouble"))
            {
                IsPlain = kind is not ("alarm" or "post" or "question"),
            };
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException)
        {
            throw new FormatException($"line {number}: expected a JSON object with \"text\"", wrong);
        }
    }

    private static string? Member(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

public enum AlarmLabel
{
    Alarm,
    Post,
    Question,
}
