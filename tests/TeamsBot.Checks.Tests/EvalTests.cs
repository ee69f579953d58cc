using TeamsBot.Checks.Context;
using TeamsBot.Checks.Rows;
using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests;

public sealed class EvalTests
{
    /// <summary>Writes what score.py reads, for a person who wants the whole score; the path is in CHECK_OUT.</summary>
    [SharedFact]
    public void The_labelled_drafts_can_be_checked()
    {
        using var rows = new StreamReader(SharedFolder.File("eval", "drafts_dev.jsonl")!);
        using var profiles = new StreamReader(SharedFolder.File("eval", "profiles.json")!);
        var output = new StringWriter();

        CheckRows.Run(rows, profiles, Drafts.Context(context => context with { Policy = new CheckPolicy { Pack = "asaka" } }), output);

        if (Environment.GetEnvironmentVariable("CHECK_OUT") is { } path) File.WriteAllText(path, output.ToString());
        output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(115);
    }
}
