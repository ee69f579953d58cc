using System.Text.Json;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Ingest;

namespace TeamsBot.Tests.Answers;

/// <summary>The labelled questions beside the repository, judged as its score program does: the goals of this product.</summary>
public sealed class LabelledQuestionTests
{
    private static readonly JsonElement[] Rows = SharedFolder.Path is null
        ? []
        : [.. File.ReadLines(SharedFolder.File("eval", "qa_dev.jsonl")!).Select(line => JsonDocument.Parse(line).RootElement)];

    [SharedTheory]
    [InlineData("formal", 0.95)]
    [InlineData("casual", 0.90)]
    [InlineData("english", 0.90)]
    public void The_first_citation_is_right(string style, double goal)
    {
        var rows = Rows.Where(row => row.GetProperty("style").GetString() == style && row.GetProperty("kind").GetString() != "out-of-scope")
            .ToList();
        ((double)rows.Count(row => FirstIsRight(Loaded.All, row)) / rows.Count).ShouldBeGreaterThanOrEqualTo(goal);
    }

    [SharedFact]
    public void Questions_from_outside_are_refused()
    {
        var rows = Rows.Where(row =>
                row.GetProperty("kind").GetString() == "out-of-scope"
                && !(row.TryGetProperty("near_domain", out var near) && near.GetBoolean())
            )
            .ToList();
        ((double)rows.Count(row => !Loaded.All.Ask(Question(row)).Found) / rows.Count).ShouldBeGreaterThanOrEqualTo(0.95);
    }

    [SharedFact]
    public void Documents_without_a_pack_are_answered_from_their_text_and_the_lexicon()
    {
        var rows = Rows.Where(row => row.GetProperty("kind").GetString() != "out-of-scope").ToList();
        ((double)rows.Count(row => FirstIsRight(Loaded.WithoutPacks, row)) / rows.Count).ShouldBeGreaterThanOrEqualTo(0.85);
    }

    private static string Question(JsonElement row) => row.GetProperty("question").GetString()!;

    private static bool FirstIsRight(GuidelineAnswers answers, JsonElement row)
    {
        if (answers.Ask(Question(row)).Citations is not [var first, ..]) return false;
        var quote = DisplayText.Fold(first.Quote);
        return row.GetProperty("accept")
            .EnumerateArray()
            .Any(accepted =>
                accepted.GetProperty("seed").GetString() == first.Document
                && accepted
                    .GetProperty("must_contain")
                    .EnumerateArray()
                    .All(part => quote.Contains(DisplayText.Fold(part.GetString()!), StringComparison.Ordinal))
            );
    }
}
