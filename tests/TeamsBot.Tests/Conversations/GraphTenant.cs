using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TeamsBot.Graph.Tests;
using TeamsBot.LocalTeams;
using TeamsBot.Packs;
using TeamsBot.People;
using TeamsBot.PeopleDesk;
using TeamsBot.Tests.Packs;

namespace TeamsBot.Tests.Conversations;

/// <summary>The sample's people as users, groups and managers of a tenant, and the program that reads them from there.</summary>
internal sealed class GraphTenant : IAsyncDisposable
{
    private static readonly Role[] Grouped = [Role.Writer, Role.Reviewer, Role.PrHead, Role.Desk, Role.Admin];

    private readonly TempFolder folder = new();

    private GraphTenant(GraphStandIn graph) => Graph = graph;

    public GraphStandIn Graph { get; }

    public FakeTime Time { get; } = new(BotHost.Morning);

    public BotHost Host { get; private set; } = null!;

    public static async Task<GraphTenant> StartAsync()
    {
        var tenant = new GraphTenant(await GraphStandIn.StartAsync());
        var persons = PeopleFeature.Load(new ConfigurationBuilder().Build().GetSection("People"), Shipped.Sample, Shipped.Folder).Persons;
        foreach (var person in persons)
        {
            var head = persons.First(other => other.Section == person.Section && (other.Has(Role.Head) || other.Section == "観光課"));
            tenant.Graph.Put(new StandInUser(person.ObjectId, person.Name, person.Section, person.Title,
                head == person ? null : head.ObjectId));
        }

        foreach (var role in Grouped) tenant.Graph.Put(
            GroupOf(role), role.InJapanese(), persons.Where(person => person.Has(role)).Select(person => person.ObjectId));
        return tenant;
    }

    public static string GroupOf(Role role) => $"10000000-0000-4000-8000-{(int)role:D12}";

    public string IdOf(string name) => Host.Tenant.People.Single(person => person.Name == name).ObjectId;

    /// <summary>Starts the program, or once more on the same file.</summary>
    public async Task<BotHost> RunAsync(params string[] settings)
    {
        var persons = PeopleFeature.Load(new ConfigurationBuilder().Build().GetSection("People"), Shipped.Sample, Shipped.Folder).Persons;
        Host = await BotHost.StartAsync(folder.Path, Time, builder => builder.Services.Configure<LocalTeamsOptions>(local =>
        {
            local.People.Clear();
            foreach (var person in persons) local.People.Add(
                new Persona { Key = $"p{local.People.Count + 1}", ObjectId = person.ObjectId, Name = person.Name });
        }),
        [
            "--People:Source=Graph", $"--People:Graph:Url={Graph.BaseUrl}",
            .. Grouped.SelectMany((role, at) => new[] { $"--People:Graph:Groups:{at}:Id={GroupOf(role)}",
                $"--People:Graph:Groups:{at}:Role={Roles.Words.Choices.Split(" | ").Single(word => Roles.Words.Find(word) == role)}" }),
            .. settings,
        ]);
        return Host;
    }

    public GraphStanding Standing => Host.Services.GetRequiredService<GraphState>().Now;

    public IReadOnlyList<Person> People => Host.Services.GetRequiredService<CurrentPeople>().Now.Persons;

    /// <summary>Until the reading that the program does by itself at its start is over.</summary>
    public Task ReadAsync() => Host.PassUntilAsync(() => Standing is { ReadAt: not null } or { Trouble: not null });

    /// <summary>The next reading, before its time.</summary>
    public async Task RefreshAsync()
    {
        var reading = Host.Services.GetRequiredService<GraphRefresh>().RefreshAsync(default);
        await Host.PassUntilAsync(() => reading.IsCompleted);
        await reading;
    }

    public async Task<string> ReadyAsync()
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(Host.Address, "/health/ready"));
        return await answer.Content.ReadAsStringAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
        await Graph.DisposeAsync();
        folder.Dispose();
    }
}
