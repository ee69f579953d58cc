using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Checks.Dates;
using TeamsBot.Commands;
using TeamsBot.Data;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Tasks;
using TeamsBot.Tests.Conversations;
using TeamsBot.Tests.OfficeDays;
using TeamsBot.Tests.Years;
using Xunit.Abstractions;

namespace TeamsBot.Tests.Accounts;

/// <summary>
/// Whatever is pressed by whom in what order, across restarts and changes of staff: what must never be is not, and the chain tells it all.
/// </summary>
public sealed class AnyOrderTests(ITestOutputHelper output)
{
    private const int Steps = 240;

    private static readonly AccountGate[] Demanded =
        [AccountGate.Consultation, AccountGate.Policy, AccountGate.HeadApproval, AccountGate.CoSign];

    /// <summary>Who is there from the first, the second and the third restart on.</summary>
    private static readonly IReadOnlyList<Colleague>[] Staffs =
    [
        City.AtFirst,
        [.. City.AtFirst.Where(one => one != City.Nakamura)],
        [City.Suzuki, City.Tanaka, City.Takahashi, City.Ito, City.Kobayashi, City.Yoshida],
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task No_order_of_presses_opens_an_account_past_a_gate_or_leaves_one_to_nobody(int seed)
    {
        var random = new Random(seed);
        await using var world = await CityWorld.StartAsync(BotHost.Morning);
        foreach (var later in City.Everybody.Except(City.AtFirst)) await world.Of(later).InstallAsync();
        await world.CollectAsync();
        var play = new AnyOrderPlay(world, random);
        for (var step = 1; step <= Steps; step++)
        {
            await play.StepAsync();
            if (step % 60 == 0) await RestartAsync(world, Staffs[(step / 60) % Staffs.Length]);
            if (random.Next(5) == 0) await PassAsync(world, random.Next(1, 12));
            await ShouldHoldAsync(world, $"seed {seed}, after step {step}: {play.Pressed.LastOrDefault()}");
        }

        await ShouldKeepNoSecretAsync(world, play, $"seed {seed}");
        var ended = await world.Bot.ReadAsync(async db => (await db.AccountRecords.AsNoTracking().ToListAsync())
            .CountBy(one => (one.Registered?.State ?? one.State).ToString() ?? "").ToList());
        output.WriteLine($"seed {seed}: {string.Join(", ", ended)}; {play.Secrets.Count} passwords typed");
        // The play was one: somebody applied, gates were passed, and something was refused.
        var actions = await world.Bot.ReadAsync(db => db.AuditEntries.Select(entry => entry.Action).Distinct().ToListAsync());
        actions.ShouldContain("accounts.apply", $"seed {seed}");
        actions.ShouldContain("accounts.gate", $"seed {seed}");
        actions.ShouldContain("accounts.start", $"seed {seed}");
        actions.ShouldContain("accounts.refused", $"seed {seed}");
        actions.ShouldContain("stop.stop", $"seed {seed}");
        actions.ShouldContain("closing.plan", $"seed {seed}");
    }

    private static async Task ShouldHoldAsync(CityWorld world, string where)
    {
        await using var scope = world.Bot.Services.CreateAsyncScope();
        var (services, db) = (scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<BotDbContext>());
        var (people, organisation) = (services.GetRequiredService<PeopleDirectory>(), services.GetRequiredService<Pack>().Organisation);
        var applied = (await db.AuditEntries.Where(entry => entry.Action == "accounts.apply").Select(entry => entry.Subject).ToListAsync())
            .ToHashSet(StringComparer.Ordinal);
        foreach (var account in services.GetRequiredService<AccountRegister>().All)
        {
            organisation.Sections.ShouldContain(account.Section, $"{where}: {account.Name} has no section");
            if (account.State != AccountState.Closed)
                people.Persons.ShouldContain(person => AccountAccess.MayChange(person, account), $"{where}: {account.Name} is nobody's");
            ShouldBeHeldAsItStands(account, services.GetRequiredService<EndingRegister>(), $"{where}: {account.Name}");
            if (account.State == AccountState.Preparing || !applied.Contains(AccountRegister.Subject(account.Id))) continue;
            var passed = await db.AccountGates.Where(gate => gate.AccountId == account.Id && gate.State == GateState.Passed)
                .Select(gate => gate.Gate).ToListAsync();
            var needed = Demanded.Where(gate => account.Kind == AccountKind.Section || !gate.AsksAnotherSection());
            needed.Except(passed).ShouldBeEmpty($"{where}: {account.Name} is {account.State} past a gate");
        }

        var audience = services.GetRequiredService<TaskAudience>();
        foreach (var task in await db.OpenTasks(Scenario.TenantId).AsNoTracking().ToListAsync())
            audience.At(task, 0).ShouldNotBeEmpty($"{where}: {task.Key} of {task.AccountId} is nobody's");
        var verdict = await AuditVerifier.VerifyAsync(
            db, null, CancellationToken.None, AuditCommand.Kinds);
        verdict.Broken.ShouldBeNull(where);
        verdict.Differences.ShouldBeEmpty(where);
    }

    /// <summary>What is stopped takes no post, what stops or ends it is on record, and neither outlasts the account.</summary>
    private static void ShouldBeHeldAsItStands(OfficialAccount account, EndingRegister endings, string which)
    {
        var (stop, closing) = (endings.OpenStopOf(account), endings.ClosingOf(account.Id) is { IsPlanned: true } planned ? planned : null);
        if (account.State == AccountState.Stopped) stop.ShouldNotBeNull($"{which} is stopped by nothing");
        if (account.State == AccountState.Closing) closing.ShouldNotBeNull($"{which} is to end and nobody planned it");
        if (account.State == AccountState.Closed) closing.ShouldBeNull($"{which} has ended and its end is still planned");
        if (stop is null) return;
        account.State.ShouldBe(AccountState.Stopped, $"{which} has an open stop");
        AccountRegister.StateRefusal(account).ShouldNotBeNull($"{which} is stopped and takes posts");
    }

    private static async Task RestartAsync(CityWorld world, IReadOnlyList<Colleague> staff)
    {
        await world.CollectAsync();
        await world.StopAsync();
        world.Employ(staff);
        await world.StartAsync();
    }

    /// <summary>Some days go by, with all that is due on them.</summary>
    private static async Task PassAsync(CityWorld world, int days)
    {
        world.GoTo(LawfulDays.Next(JapanTime.DateOf(world.Time.GetUtcNow()).AddDays(days)), 9, 0);
        await world.LookAsync();
    }

    /// <summary>Neither in a row nor in what is left of an old one in the file.</summary>
    private static async Task ShouldKeepNoSecretAsync(CityWorld world, AnyOrderPlay play, string where)
    {
        play.Secrets.Count.ShouldBeGreaterThan(10, where);
        foreach (var (name, bytes) in await DatabaseBytes.OfAsync(world.Bot.Folder))
            foreach (var secret in play.Secrets)
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)).ShouldBe(
                    -1,
                    $"{where}: {secret} stands in {name}; {play.Pressed.Find(press => press.Contains(secret, StringComparison.Ordinal))}");
    }
}
