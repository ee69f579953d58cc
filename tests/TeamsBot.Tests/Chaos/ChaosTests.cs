using System.Globalization;
using TeamsBot.Tests.Conversations;
using Xunit.Abstractions;

namespace TeamsBot.Tests.Chaos;

/// <summary>
/// The main job under random faults of disk, connector, clock, process and people, with a ledger of what was acknowledged to whom. Bounded
/// by steps. The dice are seeded and the seed stands in every failure; another is played with CHAOS_SEED=n. What runs in the background
/// runs when it runs, so that a seed repeats the plan and not each moment.
/// </summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Steps = 25;

    /// <summary>Drafts, kills and failed calls that there must be at least: a play in which nothing happened proves nothing.</summary>
    private const int Enough = 4;

    /// <summary>How often a play is prolonged by a few steps until enough has happened: which calls a fault meets is not in the dice.</summary>
    private const int Prolonged = 20;

    public static TheoryData<int> Seeds =>
        int.TryParse(Environment.GetEnvironmentVariable("CHAOS_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? [wanted]
            : [20261130];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_fails_meanwhile_ledger_database_chain_and_chats_agree_at_the_end(int seed)
    {
        var (random, name) = (new Random(seed), string.Create(CultureInfo.InvariantCulture, $"CHAOS_SEED={seed}"));
        await using var world = await ChaosWorld.StartAsync();
        var (ledger, faults) = (new Ledger(world, name), new Faults(world, random));
        var play = new ChaosPlay(world, ledger, faults, random);
        try
        {
            await play.StormAsync(Steps);
            // A Monday: what nobody decided has expired.
            await play.PassWeeksAsync(BotHost.Morning.AddDays(17));
            await play.StormAsync(Steps);
            for (var more = 0; more < Prolonged && Least(world, ledger) < Enough; more++) await play.StormAsync(Steps / 5);
            await play.FinishAsync();
            await Proof.ShouldAgreeAsync(world, ledger, name);
        }
        catch (Exception problem) when (problem is not ShouldAssertException || !problem.Message.Contains(name, StringComparison.Ordinal))
        {
            throw new ShouldAssertException($"{name}: {problem.Message}", problem);
        }

        var (posted, doubled) = Proof.Count(world);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {ledger.Texts.Count} drafts, {ledger.Acknowledged} acknowledged, {ledger.Unanswered} not answered, "
                + $"{world.Kills} kills, {world.Disk.Refused} commits on a full disk, {Failed(world)} failed calls, "
                + $"{posted} messages, {doubled} doubled ({1000.0 * doubled / posted:F1} per mille)"));
        Least(world, ledger).ShouldBeGreaterThanOrEqualTo(Enough, name);
    }

    private static int Least(ChaosWorld world, Ledger ledger) => Math.Min(Math.Min(ledger.Texts.Count, world.Kills), Failed(world));

    private static int Failed(ChaosWorld world) => world.Tenant.Calls.Count(call => call.Status is not (>= 200 and < 300));
}
