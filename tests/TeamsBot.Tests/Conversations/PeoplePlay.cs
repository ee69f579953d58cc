using TeamsBot.Approvals.Model;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;

namespace TeamsBot.Tests.Conversations;

/// <summary>One database, and a program that is stopped and started with other people.</summary>
internal sealed class PeoplePlay : IAsyncDisposable
{
    private readonly TempFolder folder = new();
    private readonly FakeTime time = new(BotHost.Morning);

    public BotHost Host { get; private set; } = null!;

    public Scenario Scenario { get; private set; } = null!;

    /// <summary>A conversation is in trouble: what waits for its next try is not waited for.</summary>
    public bool IsFailing { get; set; }

    public static async Task<PeoplePlay> StartAsync()
    {
        var play = new PeoplePlay();
        play.Host = await BotHost.StartAsync(play.folder.Path, play.time);
        play.Scenario = await new Scenario(play.Host).InstalledAsync();
        await play.Host.IdleAsync();
        return play;
    }

    /// <summary>The people of the sample, changed so.</summary>
    public async Task RestartAsync(params (string Line, string Instead)[] changes)
    {
        await Host.IdleAsync(butForFailing: IsFailing);
        await Host.StopAsync();
        // The local Teams numbers what is said by the clock: at the same moment the ids of before would come again, and be taken for late
        // deliveries.
        time.Advance(TimeSpan.FromMinutes(1));
        var people = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "packs", "sample", "people.yaml"));
        foreach (var (line, instead) in changes)
        {
            people.ShouldContain(line);
            people = people.Replace(line, instead, StringComparison.Ordinal);
        }

        var file = folder.File("people.yaml");
        await File.WriteAllTextAsync(file, people);
        Host = await BotHost.StartAsync(folder.Path, time, settings: $"--People:File={file}");
        // The local Teams began anew at another address, which everybody's client tells.
        foreach (var person in Host.Tenant.People.Where(person => person.Name is BotHost.Author or BotHost.Checker or BotHost.Head))
            await Host.OpenAsync(person.Name);
    }

    public TeamsClient Of(string name) => Host.Of(name);

    public async Task<Draft> DraftAsync() => (await Host.ReadAsync(db => db.FindDraftAsync(1, Scenario.TenantId, default)))!;

    /// <summary>The activity of a press, to be delivered by whoever is left.</summary>
    public async Task<System.Text.Json.Nodes.JsonObject> PressOfAsync(TeamsClient client, ChatMessage message, string title)
    {
        var said = System.Text.Json.Nodes.JsonObject.Create((await client.SayAsync("ヘルプ")).Message.Activity)!;
        await Host.IdleAsync();
        var action = Forgery.ActionOf(message, title);
        foreach (var (name, value) in Scenario.Ticks) action["data"]![name] = value;
        (said["type"], said["name"], said["id"], said["replyToId"]) = ("invoke", "adaptiveCard/action", "1790000000555", message.Id);
        said["value"] = new System.Text.Json.Nodes.JsonObject { ["action"] = action, ["trigger"] = "manual" };
        said.Remove("text");
        return said;
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
