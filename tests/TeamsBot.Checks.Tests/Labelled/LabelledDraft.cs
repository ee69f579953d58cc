using System.Text.Json;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Rows;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Labelled;

/// <summary>
/// One draft with what a person says is wrong with it, and what the checks said. Scored by the rules of the labels' README: same category,
/// overlapping words, advice is no noise.
/// </summary>
internal sealed record LabelledDraft(
    string Id,
    string Text,
    IReadOnlyList<Label> Expected,
    IReadOnlyList<Label> Allowed,
    IReadOnlyList<Found> Findings
)
{
    public IEnumerable<Label> Missed => Expected.Where(label => !Findings.Any(finding => finding.Meets(label, Text)));

    public IEnumerable<Found> Noise =>
        Findings.Where(finding => finding.Severity != "hint" && !Expected.Concat(Allowed).Any(label => finding.Meets(label, Text)));

    /// <summary>The lines that the command prints for rows.</summary>
    public static string[] Run(IEnumerable<string> lines)
    {
        using var rows = new StringReader(string.Join('\n', lines));
        using var profiles = new StreamReader(SharedFolder.File("eval", "profiles.json")!);
        var output = new StringWriter();
        CheckRows.Run(rows, profiles, Drafts.Context(context => context with { Policy = new CheckPolicy { Pack = "asaka" } }), output);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    public static IReadOnlyList<LabelledDraft> Read(IReadOnlyList<string> lines) =>
    [
        .. lines.Zip(Run(lines), (row, line) => Parse(JsonDocument.Parse(row).RootElement, JsonDocument.Parse(line).RootElement)),
    ];

    private static LabelledDraft Parse(JsonElement row, JsonElement said) => new(
        row.GetProperty("id").GetString()!,
        row.GetProperty("text").GetString()!,
        Labels(row, "expect"),
        Labels(row, "allow"),
        [.. said.GetProperty("findings").EnumerateArray().Select(finding => new Found(finding))]);

    private static List<Label> Labels(JsonElement row, string name) =>
        [
            .. row.GetProperty(name)
                .EnumerateArray()
                .Select(label => new Label(label.GetProperty("check").GetString()!, label.GetProperty("span").GetString())),
        ];
}

internal sealed record Label(string Check, string? Span);

internal sealed record Found(string Category, string Severity, int? Start, int? End)
{
    /// <summary>Categories that count as a hit for each other on overlapping words.</summary>
    private static readonly string[][] Alike =
    [
        ["date_weekday", "date_invalid", "date_past", "date_order", "date_relative", "time_invalid"],
        ["confidential", "personal_info"],
        ["typo", "official_name"],
        ["third_party", "url_shortener", "obscene", "illegal"],
        ["disrespect", "discrimination", "public_order"],
    ];

    public Found(JsonElement json)
        : this(json.GetProperty("category").GetString()!, json.GetProperty("severity").GetString()!, Int(json, "start"), Int(json, "end"))
    {
    }

    public bool Meets(Label label, string text)
    {
        if (
            Category != label.Check
            && !(label.Span is not null && Array.Exists(Alike, same => same.Contains(Category) && same.Contains(label.Check)))
        )
            return false;
        if (label.Span is null || Start is null) return true;
        for (
            var at = text.IndexOf(label.Span, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(label.Span, at + 1, StringComparison.Ordinal)
        )
        {
            if (Start < at + label.Span.Length && at < End) return true;
        }

        return false;
    }

    private static int? Int(JsonElement json, string name) =>
        json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
}
