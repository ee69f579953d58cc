using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeamsBot.Approvals.Model;
using TeamsBot.Conversations;
using TeamsBot.Data;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.Outbox;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Chaos;

/// <summary>One Teams with four people, one database file, one file of people, and bots that live on them one after the other.</summary>
internal sealed class ChaosWorld : IAsyncDisposable
{
    private static readonly TimeSpan ShortWhile = TimeSpan.FromSeconds(3);

    private readonly TempFolder folder = new();
    private readonly TeamsHost teams;
    private Interruption life = new();

    private ChaosWorld(TeamsHost teams, FakeTime time) => (this.teams, Time) = (teams, time);

    public FakeTime Time { get; }

    public BotHost Bot { get; private set; } = null!;

    public BadDisk Disk { get; } = new();

    public ConnectorFaults Connector => teams.Faults;

    public LocalTenant Tenant => teams.Tenant;

    public bool IsDead => life.IsDead;

    public int Kills { get; private set; }

    public TeamsClient Author => teams.Clients.Of("sato");

    public IReadOnlyList<TeamsClient> People => [.. Tenant.People.Select(teams.Clients.Of)];

    public static async Task<ChaosWorld> StartAsync()
    {
        var time = new FakeTime(BotHost.Morning);
        var second = new Persona { Key = "takahashi", ObjectId = "a0000000-0000-4000-8000-000000000004", Name = "高橋 由美" };
        var world = new ChaosWorld(await TeamsHost.StartAsync(time, second), time);
        world.Employ(Reviewers.Both);
        await world.LiveAsync(new Interruption());
        foreach (var client in world.People) (await client.InstallAsync()).ShouldBeTrue();
        await world.SettleAsync();
        return world;
    }

    /// <summary>Who may review from the next start on.</summary>
    public void Employ(Reviewers reviewers)
    {
        var people = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "packs", "sample", "people.yaml"));
        var (line, instead) = reviewers switch
        {
            Reviewers.WithoutSuzuki => ("[reviewer, writer, desk, admin]", "[writer, desk, admin]"),
            Reviewers.WithoutTakahashi => ("roles: [reviewer, desk]", "roles: [desk]"),
            _ => ("persons:", "persons:"),
        };
        people.ShouldContain(line);
        File.WriteAllText(folder.File("people.yaml"), people.Replace(line, instead, StringComparison.Ordinal));
    }

    /// <summary>Ends the bot without any of the care of a proper stop and starts the next on what it left.</summary>
    public async Task KillAsync(Interruption next)
    {
        Kills++;
        teams.Bot = null;
        life.End();
        Disk.Mend();
        await Bot.DisposeAsync();
        Time.Advance(TimeSpan.FromMinutes(1));
        await LiveAsync(next);
    }

    /// <summary>Lets the bot work for a moment, then time pass. What is being sent is let arrive: a slow machine is no fault here.</summary>
    public async Task BreatheAsync(TimeSpan passes)
    {
        for (var looks = 0; looks < 10 && !IsDead; looks++)
        {
            await PauseAsync();
            if (!await Bot.ReadAsync(db => db.OutboxMessages.AnyAsync(message => message.SendingAt != null))) break;
        }

        Time.Advance(passes);
    }

    /// <summary>
    /// Until nothing waits that may go out now; time passes up to the next try. A message that is due may stand behind one that waits longer:
    /// while nothing moves the steps grow. Bounded by steps.
    /// </summary>
    public async Task SettleAsync()
    {
        var (before, still) = (0, ShortWhile);
        for (var step = 0; step < 200; step++)
        {
            var now = Time.GetUtcNow();
            var due = await Bot.ReadAsync(db => db.OutboxMessages
                .Where(message => message.Status == OutboxStatus.Pending && (message.NotBefore == null || message.NotBefore <= now))
                .Select(message => new { message.NextAttemptAt, message.Attempts }).ToListAsync());
            if (due.Count == 0) return;
            var (state, wait) = (HashCode.Combine(due.Count, due.Sum(message => message.Attempts)), due.Min(message => message.NextAttemptAt) - now);
            still = state != before ? ShortWhile : still < BackOff.Patient ? still * 2 : BackOff.Patient;
            before = state;
            await BreatheAsync(wait < still ? still : wait < BackOff.Patient ? wait : BackOff.Patient);
        }

        var waiting = await Bot.ReadAsync(db => db.OutboxMessages.Where(message => message.Status == OutboxStatus.Pending)
            .Select(message => $"{message.CardKey} {message.Attempts} {message.LastFailure} {message.NextAttemptAt}").ToListAsync());
        throw new ShouldAssertException($"Something is still on its way at {Time.GetUtcNow()}: {string.Join("; ", waiting)}");
    }

    /// <summary>What the outbox knows of all that went to somebody, for the report of a failure.</summary>
    public async Task<string> MailOfAsync(TeamsClient client)
    {
        var to = Address.Person(Scenario.TenantId, client.Person.ObjectId);
        var rows = await Bot.ReadAsync(db => db.OutboxMessages.AsNoTracking().OrderBy(message => message.Id).ToListAsync());
        var lines = rows.Where(message => message.Address == to).Select(message => string.Create(
            CultureInfo.InvariantCulture,
            $"{message.Id} {message.Kind} {message.CardKey} v{message.Version} {message.Status} tries {message.Attempts} "
                + $"doubts {message.Doubts} {message.LastFailure} created {message.CreatedAt:dd HH:mm:ss} next {message.NextAttemptAt:dd HH:mm:ss} "
                + $"sent {message.SentAt:dd HH:mm:ss} not before {message.NotBefore:dd HH:mm:ss} rings {message.Opens is not null}"));
        return string.Create(CultureInfo.InvariantCulture, $"At {Time.GetUtcNow():dd HH:mm:ss}\n{string.Join('\n', lines)}");
    }

    public Task<List<Draft>> DraftsAsync() => Bot.ReadAsync(async db =>
    {
        var drafts = new List<Draft>();
        foreach (var number in await db.Drafts.Select(draft => draft.Number).OrderBy(number => number).ToListAsync())
            drafts.Add((await db.FindDraftAsync(number, Scenario.TenantId, default))!);
        return drafts;
    });

    public async ValueTask DisposeAsync()
    {
        life.End();
        if (Bot is not null) await Bot.DisposeAsync();
        await teams.DisposeAsync();
        folder.Dispose();
    }

    private async Task LiveAsync(Interruption next)
    {
        life = next;
        Bot = await BotHost.StartAsync(folder.Path, Time, builder =>
        {
            var options = new DbContextOptionsBuilder<BotDbContext>();
            DataFeature.Configure(options, folder.File("bot.db"), busyTimeoutSeconds: 5).AddInterceptors(next, Disk);
            builder.Services.Replace(ServiceDescriptor.Singleton(options.Options));
            builder.Services.AddHttpClient("TeamsBot.Connector").AddHttpMessageHandler(next.Wire);
        }, $"--People:File={folder.File("people.yaml")}");
        teams.Bot = Bot.Address;
    }

    /// <summary>A few milliseconds of the processor for whatever works in the background.</summary>
    private async Task PauseAsync()
    {
        try
        {
            await Tenant.WaitForAsync(_ => false, TimeSpan.FromMilliseconds(12));
        }
        catch (TimeoutException)
        {
            // Nothing was waited for.
        }
    }
}

internal enum Reviewers
{
    Both,
    WithoutSuzuki,
    WithoutTakahashi,
}
