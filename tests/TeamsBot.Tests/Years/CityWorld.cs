using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TeamsBot.Accounts;
using TeamsBot.Checks.Dates;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.Outbox;
using TeamsBot.Reminders;
using TeamsBot.Tests.Conversations;

namespace TeamsBot.Tests.Years;

/// <summary>A message of the bot as it reached somebody.</summary>
/// <param name="Tasks">The tasks it speaks of, by id.</param>
/// <param name="HasMore">A list that only counts some of what it stands for.</param>
internal sealed record Arrival(DateTimeOffset At, string Person, IReadOnlySet<string> Tasks, bool HasMore, string Words)
{
    public DateOnly Day => JapanTime.DateOf(At);

    public bool Speaks(string task) => Tasks.Contains(task);

    /// <summary>It tells somebody of their own duty; the tasks about duty are tasks.</summary>
    public bool IsOfDuty => Tasks.Count == 0 && Words.Contains("当番", StringComparison.Ordinal);
}

/// <summary>One moment at which the program did all that was due, and how the city stood then.</summary>
/// <param name="Custodians">By account.</param>
internal sealed record Look(
    DateTimeOffset At, IReadOnlyList<Colleague> Staff, IReadOnlyDictionary<string, IReadOnlyList<string>> Custodians,
    IReadOnlyList<Arrival> Arrivals)
{
    public DateOnly Day => JapanTime.DateOf(At);

    public bool IsInOffice => JapanTime.TimeOf(At) >= new TimeOnly(8, 30) && JapanTime.TimeOf(At) <= new TimeOnly(17, 15);
}

/// <summary>
/// One Teams with everybody who will ever be there, one database file, one people's file, and programs that live on them one after the
/// other. Only the loop that looks for what is due is called by hand, so that three years take a minute; the outbox runs as it always does.
/// </summary>
internal sealed partial class CityWorld : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly TeamsHost teams;
    private readonly Dictionary<string, int> read = [];
    private BotHost? bot;

    private CityWorld(TeamsHost teams, FakeTime time) => (this.teams, Time) = (teams, time);

    public FakeTime Time { get; }

    public BotHost Bot => bot ?? throw new InvalidOperationException("The program is not running.");

    public bool IsUp => bot is not null;

    public IReadOnlyList<Colleague> Staff { get; private set; } = [];

    public DateOnly Today => JapanTime.DateOf(Time.GetUtcNow());

    public static async Task<CityWorld> StartAsync(DateTimeOffset at)
    {
        var time = new FakeTime(at);
        var others = City.Everybody.Where(one => one.Key is not ("sato" or "suzuki" or "tanaka")).Select(City.PersonaOf).ToArray();
        var world = new CityWorld(await TeamsHost.StartAsync(time, others), time);
        await File.WriteAllBytesAsync(world.folder.File("bot.db"), TempDatabase.Migrated.Value);
        world.Employ(City.AtFirst);
        await world.StartAsync();
        foreach (var colleague in City.AtFirst) (await world.Of(colleague).InstallAsync()).ShouldBeTrue();
        await world.CollectAsync();
        return world;
    }

    /// <summary>These are the staff from the next start on.</summary>
    public void Employ(IReadOnlyList<Colleague> staff)
    {
        Staff = staff;
        File.WriteAllText(folder.File("people.yaml"), City.FileOf(staff));
    }

    public async Task StartAsync()
    {
        bot = await BotHost.StartAsync(
            folder.Path, Time, builder => builder.Services.Remove(builder.Services.Single(IsLoopOfReminders)),
            $"--People:File={folder.File("people.yaml")}", "--Rotations:AsksUnknown=true", "--Upkeep:AsksSilent=true");
        teams.Bot = bot.Address;
    }

    public async Task StopAsync()
    {
        teams.Bot = null;
        await Bot.StopAsync();
        bot = null;
    }

    public TeamsClient Of(Colleague colleague) => teams.Clients.Of(colleague.Key);

    public void GoTo(DateOnly day, int hour, int minute)
    {
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(hour, minute)), JapanTime.Offset);
        if (at > Time.GetUtcNow()) Time.Advance(at - Time.GetUtcNow());
    }

    /// <summary>All that is due is done and sent; what that brought to whom.</summary>
    public async Task<Look> LookAsync()
    {
        var at = Time.GetUtcNow();
        var sweep = Bot.Services.GetRequiredService<ReminderSweep>();
        while (await sweep.SweepAsync(CancellationToken.None) > 0)
        {
            // What one of them made due is done as well, as the loop would some seconds later.
        }

        return new(at, Staff, await CustodiansAsync(), await CollectAsync());
    }

    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> CustodiansAsync() =>
        await Bot.ReadAsync(db => db.AccountCredentials.AsNoTracking().ToDictionaryAsync(
            one => one.AccountId, one => one.Custodians, StringComparer.OrdinalIgnoreCase));

    /// <summary>What reached people since the last time.</summary>
    public async Task<IReadOnlyList<Arrival>> CollectAsync()
    {
        await Bot.IdleAsync();
        // A card need not name its task: the outbox knows what it was sent about.
        var about = await Bot.ReadAsync(db => db.PostedCards.AsNoTracking().Where(card => card.ActivityId != null)
            .GroupBy(card => card.ActivityId!).ToDictionaryAsync(same => same.Key, same => same.First().CardKey));
        var news = new List<Arrival>();
        foreach (var person in teams.Tenant.People)
        {
            var messages = teams.Tenant.ChatOf(person).Messages;
            foreach (var message in messages.Skip(read.GetValueOrDefault(person.Key)).Where(message => message.IsFromBot))
            {
                var first = message.History[0];
                var raw = first.Activity.GetRawText();
                var tasks = TaskId().Matches(raw + about.GetValueOrDefault(message.Id)).Select(match => match.Groups["id"].Value)
                    .ToHashSet(StringComparer.Ordinal);
                var words = message.Card is { } card ? BotHost.Words(card) : message.Text;
                news.Add(new(first.At, person.ObjectId, tasks, words.Contains("済むと、続きが", StringComparison.Ordinal), words));
            }

            read[person.Key] = messages.Count;
        }

        return news;
    }

    /// <summary>A press of somebody, true to a card they could have before them.</summary>
    public async Task<BotAnswer> PressAsync(Colleague by, string verb, params (string Name, string Value)[] fields)
    {
        var data = new JsonObject();
        foreach (var (name, value) in fields) data[name] = value;
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data };
        // Whoever is not on the staff's list was not greeted; a press needs a message.
        if (Of(by).Chat.FromBot.Count == 0) await Of(by).SayAsync("ヘルプ");
        await teams.Tenant.WaitForAsync(_ => Of(by).Chat.FromBot.Count > 0);
        var answer = await Of(by).ExecuteAsync(Of(by).Chat.FromBot[0], action, "manual");
        answer.IsAccepted.ShouldBeTrue(verb);
        return answer;
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null) await bot.DisposeAsync();
        await teams.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    private static bool IsLoopOfReminders(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(ReminderSweep);

    [GeneratedRegex("task(?:\":\\s*\"|:)(?<id>[0-9a-f]{32})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex TaskId();
}
