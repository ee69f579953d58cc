using TeamsBot.Outbox;

namespace TeamsBot.Tests.Outbox;

/// <summary>One story, told again and again; each time the process dies one step later, after a commit or after a send.</summary>
public sealed class CrashEverywhereTests
{
    private static readonly string[] People = ["sato", "ito", "kato"];

    [Fact]
    public async Task Wherever_the_process_dies_everybody_ends_with_the_newest_card_and_each_text()
    {
        var steps = await CountStepsAsync();
        steps.ShouldBeGreaterThan(10);
        for (var death = 1; death <= steps; death++)
        {
            using var bench = new OutboxBench();
            var step = 0;
            bench.AfterStep = () =>
            {
                if (++step == death) throw new ProcessDiedException();
            };
            await TellAsync(bench);
            await ShouldBeCompleteAsync(bench, death);
        }
    }

    private static async Task<int> CountStepsAsync()
    {
        using var bench = new OutboxBench();
        var steps = 0;
        bench.AfterStep = () => steps++;
        await TellAsync(bench);
        return steps;
    }

    /// <summary>Three versions of a card and a text after each, to three people, with the sending going on in between.</summary>
    private static async Task TellAsync(OutboxBench bench)
    {
        foreach (var person in People) await bench.WritesAsync(person);
        foreach (var version in Enumerable.Range(1, 3))
        {
            await bench.CommitAsync(outbox =>
            {
                foreach (var person in People)
                {
                    outbox.Show(OutboxBench.Person(person), "draft:1", version, TestCards.Saying($"v{version}"), "a draft");
                    outbox.Say(OutboxBench.Person(person), $"text {version}");
                }
            });
            await SurviveAsync(bench, bench.PumpAsync);
        }

        await SurviveAsync(bench, () => bench.PassAsync(TimeSpan.FromMinutes(5)));
        bench.AfterStep = () => { };
        await bench.PassAsync(TimeSpan.FromMinutes(5));
    }

    private static async Task SurviveAsync(OutboxBench bench, Func<Task> run)
    {
        try
        {
            await run();
        }
        catch (ProcessDiedException)
        {
            bench.Restart();
        }
    }

    private static async Task ShouldBeCompleteAsync(OutboxBench bench, int death)
    {
        var where = $"died at step {death}";
        (await bench.StatusesAsync()).ShouldAllBe(status => status == OutboxStatus.Sent || status == OutboxStatus.Superseded, where);
        var repeats = 0;
        foreach (var person in People)
        {
            var calls = bench.Wire.Calls.Where(call => call.To == $"a:{person}").ToList();
            calls.Last(call => call.Says.StartsWith('v')).Says.ShouldBe("v3", where);
            foreach (var version in Enumerable.Range(1, 3))
            {
                var arrivals = calls.Count(call => call.Says == $"text {version}");
                arrivals.ShouldBeGreaterThanOrEqualTo(1, where);
                repeats += arrivals - 1;
            }
        }

        repeats.ShouldBeLessThanOrEqualTo(People.Length, where);
    }

    private sealed class ProcessDiedException : Exception;
}
