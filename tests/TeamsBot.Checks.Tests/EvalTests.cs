using TeamsBot.Checks.Tests.Labelled;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests;

/// <summary>
/// Scores the labelled drafts in process, by the rules of the labels' README: same category, overlapping words, advice is no noise.
/// </summary>
public sealed class EvalTests
{
    private static readonly HashSet<string> Dates =
    [
        "date_weekday",
        "date_invalid",
        "date_past",
        "date_order",
        "date_relative",
        "time_invalid",
    ];

    /// <summary>The categories in which a miss or a false alarm is a defect, not a score.</summary>
    private static readonly HashSet<string> Exact =
    [
        .. Dates,
        "length",
        "phone",
        "placeholder",
        "postal_address",
        "posting_time",
        "availability_link",
        "url_shortener",
    ];

    /// <summary>Writes what score.py reads, for a person who wants the whole score; the path is in CHECK_OUT.</summary>
    [SharedFact]
    public void Every_labelled_draft_gets_a_line_of_output()
    {
        var output = LabelledDraft.Run(Rows);
        if (Environment.GetEnvironmentVariable("CHECK_OUT") is { } path) File.WriteAllLines(path, output);

        output.Length.ShouldBe(Rows.Length);
    }

    [SharedFact]
    public void Form_and_facts_have_no_miss_and_no_false_alarm()
    {
        var wrong = new List<string>();
        foreach (var draft in LabelledDraft.Read(Rows))
        {
            wrong.AddRange(draft.Missed.Where(label => Exact.Contains(label.Check)).Select(label => $"{draft.Id} missed {label.Check}"));
            wrong.AddRange(
                draft.Noise.Where(finding => Exact.Contains(finding.Category)).Select(finding => $"{draft.Id} false {finding.Category}")
            );
        }

        wrong.ShouldBeEmpty();
    }

    private static string[] Rows => [.. File.ReadLines(SharedFolder.File("eval", "drafts_dev.jsonl")!).Where(line => line.Length > 0)];
}
