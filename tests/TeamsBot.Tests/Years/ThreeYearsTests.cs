using Microsoft.EntityFrameworkCore;
using TeamsBot.Checks.Dates;
using TeamsBot.Reminders;
using TeamsBot.Tasks;
using TeamsBot.Tests.OfficeDays;
using Xunit.Abstractions;

namespace TeamsBot.Tests.Years;

/// <summary>
/// The sample city over three years, with the whole program on a real file, a Teams that outlives it, and people who come, go, are away,
/// and do what they are reminded of in time or late. Each message is held against what had to be told that day, and to whom.
/// </summary>
public sealed class ThreeYearsTests(ITestOutputHelper output)
{
    private static readonly DateOnly First = new(2024, 11, 5);

    private static readonly DateOnly Last = new(2027, 11, 5);

    private readonly List<Look> looks = [];

    /// <summary>What reached people while others acted.</summary>
    private readonly List<Arrival> news = [];

    [Fact]
    public async Task In_three_years_all_that_is_due_reaches_the_right_people_on_the_right_day_once_and_never_too_much()
    {
        await using var world = await CityWorld.StartAsync(new DateTimeOffset(First.ToDateTime(new TimeOnly(10, 0)), JapanTime.Offset));
        var life = new CityLife(world, new Random(20241105));
        await life.BeginAsync();
        await world.CollectAsync();
        for (var day = First.AddDays(1); day <= Last; day = day.AddDays(1)) await LiveAsync(world, life, day);

        var (tasks, stuck) = await world.Bot.ReadAsync(async db => (
            await db.DatedTasks.AsNoTracking().ToListAsync(), await db.Reminders.CountAsync(one => one.Attempts > 0)));
        var counts = new MessageCounts([.. looks.SelectMany(look => look.Arrivals), .. news], tasks, First);
        foreach (var line in counts.Lines) output.WriteLine(line);
        foreach (var kind in tasks.GroupBy(task => task.Key))
            output.WriteLine($"{kind.Key}: {kind.Count()} tasks, {kind.Count(task => task.State == TaskState.Done)} done");

        var arrivals = looks.SelectMany(look => look.Arrivals).ToList();
        var closed = looks.Where(look => !LawfulDays.IsOpen(look.Day)).SelectMany(look => look.Arrivals).ToList();
        var late = looks.Where(look => !look.IsInOffice).SelectMany(look => look.Arrivals).ToList();
        this.ShouldSatisfyAllConditions(
            () => stuck.ShouldBe(0, "a reminder failed"),
            () => closed.ShouldBeEmpty("told on a closed day"),
            () => late.ShouldBeEmpty("told before the office opens"),
            () => arrivals.Where(arrival => !IsThere(arrival)).ShouldBeEmpty("told to somebody who has left"),
            () => new ReminderJudge(looks, news, life).FaultsOf(tasks).ShouldBeEmpty(),
            () => new CauseJudge(looks, life).Missing(tasks).ShouldBeEmpty(),
            () => counts.TooMany.ShouldBeEmpty(),
            () => counts.MedianOfAWeek.ShouldAllBe(person => person.Value <= 5));
        // The play was one: all kinds of tasks came, people answered, and somebody was late.
        tasks.Select(task => task.Key).Distinct().Order().ShouldBe(CallOracle.Rules.Keys.Order());
        tasks.Count(task => task.State == TaskState.Done).ShouldBeGreaterThan(100);
        tasks.Count(task => task.Step > 0).ShouldBeGreaterThan(10);
    }

    private bool IsThere(Arrival arrival) =>
        looks.First(look => look.Arrivals.Contains(arrival)).Staff.Any(one => one.Id == arrival.Person);

    private async Task LiveAsync(CityWorld world, CityLife life, DateOnly day)
    {
        if (City.Outages.Any(outage => day >= outage.First && day <= outage.Last))
        {
            if (world.IsUp) await world.StopAsync();
            return;
        }

        world.GoTo(day, 7, 0);
        var change = City.Changes.FirstOrDefault(change => change.Day == day);
        if (change.Staff is not null) await EmployAsync(world, life, change.Staff);
        if (!world.IsUp) await world.StartAsync();
        await InstallAsync(world);
        world.GoTo(day, 7, 30);
        looks.Add(await world.LookAsync());
        if (!LawfulDays.IsOpen(day))
        {
            world.GoTo(day, 11, 0);
            looks.Add(await world.LookAsync());
            return;
        }

        world.GoTo(day, 8, 31);
        var morning = await world.LookAsync();
        world.GoTo(day, 15, 0);
        news.AddRange(await life.ActAsync(morning));
        looks.AddRange([morning, await world.LookAsync()]);
    }

    private async Task EmployAsync(CityWorld world, CityLife life, IReadOnlyList<Colleague> staff)
    {
        foreach (var (account, custodians) in looks[^1].Custodians)
            foreach (var gone in custodians.Where(id => !staff.Any(one => one.Id == id))) life.Left.Add((account, gone, world.Today));
        await world.StopAsync();
        world.Employ(staff);
    }

    /// <summary>Whoever is new finds the bot in their Teams, and its greeting.</summary>
    private static async Task InstallAsync(CityWorld world)
    {
        foreach (var colleague in world.Staff.Where(one => world.Of(one).Chat.FromBot.Count == 0))
        {
            (await world.Of(colleague).InstallAsync()).ShouldBeTrue();
            await world.CollectAsync();
        }
    }
}
