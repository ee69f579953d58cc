using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TeamsBot.Accounts;
using TeamsBot.Audit;
using TeamsBot.Checks.Dates;
using TeamsBot.Data;
using TeamsBot.Hosting;
using TeamsBot.Outbox;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Rotations;
using TeamsBot.Tasks;

namespace TeamsBot.Tests.Tasks;

/// <summary>
/// The sample city over a year with changes of staff, days without the bot, holidays and the turn of the year. The program is put together
/// whole and works on a real file; only its loops are called by hand, a day at a time, so that a year takes seconds.
/// </summary>
public sealed class TaskYearTests
{
    private const string Tenant = "aaaaaaaa-0000-4000-8000-000000000001";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task In_a_year_nothing_is_told_on_a_closed_day_nothing_twice_and_nobody_more_than_three_times_a_day(int seed)
    {
        var (random, time) = (new Random(seed), new FakeTime(At(new DateOnly(2026, 11, 2), 9)));
        var folder = Directory.CreateTempSubdirectory("teamsbot-").FullName;
        try
        {
            await using (var app = Build(folder, time))
            {
                await app.Services.GetRequiredService<BotDatabase>().PrepareAsync(CancellationToken.None);
                await BeginAsync(app.Services, random);
                var outage = 0;
                for (var day = new DateOnly(2026, 11, 3); day < new DateOnly(2027, 11, 20); day = day.AddDays(1))
                {
                    outage = outage > 0 ? outage - 1 : random.Next(60) == 0 ? random.Next(1, 22) : 0;
                    if (outage > 0) continue;
                    foreach (var hour in (int[])[7, 9, 15, 20])
                    {
                        time.Advance(At(day, hour) - time.GetUtcNow());
                        await LiveAsync(app.Services, random, hour);
                    }
                }

                await JudgeAsync(app.Services);
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            TempFolder.Delete(folder);
        }
    }

    private static WebApplication Build(string folder, FakeTime time) => Serving.Build(
        ["--environment=Development", $"--Data:File={Path.Combine(folder, "bot.db")}"],
        builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        });

    private static async Task BeginAsync(IServiceProvider services, Random random) => await InScopeAsync(services, async at =>
    {
        foreach (var account in at.Accounts.All.Where(account => account.State != AccountState.Closed))
        {
            var credential = at.Credentials.Of(account.Id);
            var section = at.People.Persons.Where(person => person.Section == account.Section || person.Has(Role.Desk)).ToList();
            credential.Entrust(section.OrderBy(_ => random.Next()).Take(2).Select(person => person.ObjectId), null, "");
            credential.ChangedPassword(new DateOnly(2025, 11, 10).AddDays(random.Next(350)), "前任");
            await at.Plan.EnsureAsync(account, Tenant, null, CancellationToken.None);
        }
    });

    /// <summary>What is due is told; at times somebody changes a password or leaves.</summary>
    private static async Task LiveAsync(IServiceProvider services, Random random, int hour) => await InScopeAsync(services, async at =>
    {
        await at.Calls.RunAsync(Tenant, CancellationToken.None);
        if (hour != 15) return;
        foreach (var task in await at.Db.OpenTasks(Tenant).ToListAsync())
        {
            if (random.Next(25) > 0 || at.Accounts.Find(task.AccountId) is not { } account) continue;
            var credential = at.Credentials.Of(account.Id);
            if (random.Next(6) == 0 && credential.Custodians.Count > 0)
            {
                var (leaver, comes) = (credential.Custodians[0], at.People.Persons[random.Next(at.People.Persons.Count)]);
                credential.Replace(leaver, comes.ObjectId);
                await at.Plan.LeftAsync(account, leaver, Tenant, null, CancellationToken.None);
                continue;
            }

            credential.ChangedPassword(at.Today, "担当");
            foreach (var open in (await at.Book.OpenOfAsync(Tenant, account.Id, CancellationToken.None))
                .Where(open => RotationTasks.IsSettledBy(open, at.Today)))
                at.Book.Finish(open, new Actor(Tenant, "a0000000-0000-4000-8000-000000000001", "29:x", "担当"), "担当", null);
            await at.Plan.EnsureAsync(account, Tenant, null, CancellationToken.None);
        }
    });

    private static async Task JudgeAsync(IServiceProvider services) => await InScopeAsync(services, async at =>
    {
        var told = await at.Db.OutboxMessages.AsNoTracking().Where(message => message.Opens != null).OrderBy(message => message.Id)
            .ToListAsync();
        told.Count.ShouldBeGreaterThan(20);
        told.ShouldAllBe(message => OpeningDays.Default.IsOpenAt(message.CreatedAt));
        told.GroupBy(message => (message.Address, message.CardKey, message.Version)).ShouldAllBe(same => same.Count() == 1);
        var urgent = (await at.Db.DatedTasks.AsNoTracking().Where(task => task.Key == RotationTasks.Staff).ToListAsync())
            .Select(task => AuditedTasks.SubjectOf(task.Id)).ToHashSet(StringComparer.Ordinal);
        told.Where(message => !urgent.Contains(message.Subject))
            .GroupBy(message => (message.Address, JapanTime.DateOf(message.CreatedAt)))
            .ShouldAllBe(day => day.Count() <= TaskTelling.MostADay);
        // Those in charge hear of one task three times at most; nobody more often than that and once for each later link of the chain.
        told.Where(message => message.Subject.StartsWith("task:", StringComparison.Ordinal))
            .GroupBy(message => (message.Address, message.Subject)).ShouldAllBe(task => task.Count() <= TaskClock.MostCalls + 2);
        // Nothing is lost: every open task is looked at again, or everybody of its chain has heard of it.
        foreach (var task in await at.Db.OpenTasks(Tenant).AsNoTracking().ToListAsync())
            (task.NextAt is not null || task.Step == at.Catalogue.Of(task.Key).Chain.Count - 1).ShouldBeTrue(task.Key);
        (await at.Db.DatedTasks.CountAsync(task => task.State == TaskState.Done)).ShouldBeGreaterThan(3);
        // Each password has its next change, and only that.
        var yearly = await at.Db.OpenTasks(Tenant).Where(task => task.Key == RotationTasks.Yearly).ToListAsync();
        yearly.Select(task => (task.AccountId, task.Cause)).ShouldBe(
            at.Credentials.All.Where(one => one.ChangedOn is not null)
                .Select(one => (one.AccountId, RotationTasks.CauseOf(one.ChangedOn!.Value))),
            ignoreOrder: true);
    });

    private static async Task InScopeAsync(IServiceProvider services, Func<Parts, Task> act)
    {
        await using var scope = services.CreateAsyncScope();
        var parts = new Parts(scope.ServiceProvider);
        await act(parts);
        await services.GetRequiredService<CommitGate>().SaveAsync(parts.Db, CancellationToken.None);
    }

    private static DateTimeOffset At(DateOnly day, int hour) => new(day.ToDateTime(new TimeOnly(hour, 0)), TimeSpan.FromHours(9));

    private sealed class Parts(IServiceProvider services)
    {
        public BotDbContext Db => services.GetRequiredService<BotDbContext>();

        public AccountRegister Accounts => services.GetRequiredService<AccountRegister>();

        public CredentialRegister Credentials => services.GetRequiredService<CredentialRegister>();

        public PeopleDirectory People => services.GetRequiredService<PeopleDirectory>();

        public RotationPlan Plan => services.GetRequiredService<RotationPlan>();

        public TaskBook Book => services.GetRequiredService<TaskBook>();

        public TaskCatalogue Catalogue => services.GetRequiredService<TaskCatalogue>();

        public CallTasks Calls => services.GetRequiredService<CallTasks>();

        public DateOnly Today => JapanTime.DateOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
    }
}
