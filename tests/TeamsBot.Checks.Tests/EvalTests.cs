using System.Text.Json;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Rows;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests;

/// <summary>Scores the labelled drafts in process, by the rules of the labels' README: same category, overlapping words, advice is no noise.</summary>
public sealed class EvalTests
{
    private static readonly HashSet<string> Dates = ["date_weekday", "date_invalid", "date_past", "date_order", "date_relative", "time_invalid"];

    /// <summary>The categories in which a miss or a false alarm is a defect, not a score.</summary>
    private static readonly HashSet<string> Exact = [.. Dates, "length", "phone", "placeholder", "postal_address", "posting_time", "availability_link", "url_shortener"];

    private static readonly Lazy<string[]> Output = new(Run);

    /// <summary>Writes what score.py reads, for a person who wants the whole score; the path is in CHECK_OUT.</summary>
    [SharedFact]
    public void Every_labelled_draft_gets_a_line_of_output()
    {
        if (Environment.GetEnvironmentVariable("CHECK_OUT") is { } path) File.WriteAllLines(path, Output.Value);

        Output.Value.Length.ShouldBe(Rows().Count);
    }

    [SharedFact]
    public void Form_and_facts_have_no_miss_and_no_false_alarm()
    {
        var wrong = new List<string>();
        foreach (var (row, line) in Rows().Zip(Output.Value))
        {
            var text = row.GetProperty("text").GetString()!;
            var found = JsonDocument.Parse(line).RootElement.GetProperty("findings").EnumerateArray().Select(finding => new Found(finding)).ToList();
            var expected = Labels(row, "expect");
            foreach (var label in expected.Where(label => Exact.Contains(label.Check) && !found.Any(finding => finding.Meets(label, text)))) wrong.Add($"{row.GetProperty("id")} missed {label.Check}");
            foreach (var finding in found.Where(finding => Exact.Contains(finding.Category) && finding.Severity != "hint"))
            {
                if (!expected.Concat(Labels(row, "allow")).Any(label => finding.Meets(label, text))) wrong.Add($"{row.GetProperty("id")} false {finding.Category}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    private static List<JsonElement> Rows() =>
        [.. File.ReadLines(SharedFolder.File("eval", "drafts_dev.jsonl")!).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement)];

    private static List<Label> Labels(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray().Select(label => new Label(label.GetProperty("check").GetString()!, label.GetProperty("span").GetString()))];

    private static string[] Run()
    {
        using var rows = new StreamReader(SharedFolder.File("eval", "drafts_dev.jsonl")!);
        using var profiles = new StreamReader(SharedFolder.File("eval", "profiles.json")!);
        var output = new StringWriter();
        CheckRows.Run(rows, profiles, Drafts.Context(context => context with { Policy = new CheckPolicy { Pack = "asaka" } }), output);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed record Label(string Check, string? Span);

    private sealed record Found(string Category, string Severity, int? Start, int? End)
    {
        public Found(JsonElement json)
            : this(json.GetProperty("category").GetString()!, json.GetProperty("severity").GetString()!, Int(json, "start"), Int(json, "end"))
        {
        }

        public bool Meets(Label label, string text)
        {
            if (Category != label.Check && !(Dates.Contains(Category) && Dates.Contains(label.Check))) return false;
            if (label.Span is null || Start is null) return true;
            for (var at = text.IndexOf(label.Span, StringComparison.Ordinal); at >= 0; at = text.IndexOf(label.Span, at + 1, StringComparison.Ordinal))
            {
                if (Start < at + label.Span.Length && at < End) return true;
            }

            return false;
        }

        private static int? Int(JsonElement json, string name) => json.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;
    }
}
