using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TeamsBot.Data;
using TeamsBot.Hosting;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Chats;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.Outbox;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The whole program on a loopback port with a database file of its own, and the local Teams in it: people speak to the bot over HTTP and
/// the bot answers through the connector. Only the clock is replaced. A host can be stopped and a second one started on the same file.
/// </summary>
internal sealed class BotHost : IAsyncDisposable
{
    public const string Author = "佐藤 花子";
    public const string Checker = "鈴木 一郎";
    public const string Head = "田中 誠";
    public const string Outsider = "山田 太郎";

    private readonly WebApplication app;
    private readonly string folder;
    private readonly bool ownsFolder;

    private BotHost(WebApplication app, string folder, bool ownsFolder, FakeTime time)
    {
        (this.app, this.folder, this.ownsFolder, Time) = (app, folder, ownsFolder, time);
        Tenant = app.Services.GetRequiredService<LocalTenant>();
        Faults = app.Services.GetRequiredService<ConnectorFaults>();
    }

    public FakeTime Time { get; }

    public LocalTenant Tenant { get; }

    public ConnectorFaults Faults { get; }

    public IServiceProvider Services => app.Services;

    public string Folder => folder;

    public Uri Address => new(app.Urls.First());

    /// <summary>Friday, 20 November 2026, 10:00 in Japan.</summary>
    public static DateTimeOffset Morning => new(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(9));

    /// <param name="settings">Further settings as on the command line, for example <c>--Pack:Name=asaka</c>; read before the program is put
    /// together.</param>
    public static async Task<BotHost> StartAsync(
        string? folder = null,
        FakeTime? time = null,
        Action<WebApplicationBuilder>? adjust = null,
        params string[] settings
    )
    {
        var owns = folder is null;
        folder ??= Directory.CreateTempSubdirectory("teamsbot-").FullName;
        time ??= new FakeTime(Morning);
        // Migrating takes a third of a second; that a file comes from nothing and from each earlier edition is proved by Data's tests.
        if (owns) await File.WriteAllBytesAsync(Path.Combine(folder, "bot.db"), TempDatabase.Migrated.Value);
        var built = Serving.Build(
            // Who keeps passwords, and why an account is silent, is asked at each opening of the office; only the tests of that let it into
            // what they count.
            [
                "--environment=Development", $"--Data:File={Path.Combine(folder, "bot.db")}", "--Rotations:AsksUnknown=false",
                "--Upkeep:AsksSilent=false", .. settings,
            ],
            builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Logging.ClearProviders();
                builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
                adjust?.Invoke(builder);
            });
        await built.Services.GetRequiredService<BotDatabase>().PrepareAsync(CancellationToken.None);
        await built.StartAsync();
        return new BotHost(built, folder, owns, time);
    }

    /// <summary>Somebody's Teams, with the bot installed.</summary>
    public async Task<TeamsClient> OpenAsync(string name)
    {
        var client = Of(name);
        (await client.InstallAsync()).ShouldBeTrue();
        return client;
    }

    public TeamsClient Of(string name) =>
        Services.GetRequiredService<TeamsClients>().Of(Tenant.People.Single(person => person.Name == name));

    /// <summary>Waits for a message of the bot in the chat that the condition accepts, and returns it as it stands then.</summary>
    public async Task<ChatMessage> SeesAsync(Chat chat, Func<ChatMessage, bool> condition)
    {
        await Tenant.WaitForAsync(_ => chat.FromBot.Any(condition));
        return chat.FromBot.Last(condition);
    }

    /// <summary>
    /// Waits until the person's card of a draft shows the status; a short message about the draft is opened, as its reader would.
    /// </summary>
    public async Task<ChatMessage> SeesCardAsync(TeamsClient client, string status, int number = 1)
    {
        try
        {
            await Tenant.WaitForAsync(_ => Notices.Unopened(client, number) is not null || client.Chat.FromBot.Any(Shows));
        }
        catch (TimeoutException late)
        {
            var seen = client
                .Chat.FromBot.TakeLast(4)
                .Select(message => message.Text + (message.Card is { } card ? Words(card)[..Math.Min(80, Words(card).Length)] : ""));
            throw new TimeoutException($"No card of No.{number} said 「{status}」; the last messages: {string.Join(" | ", seen)}", late);
        }

        while (!client.Chat.FromBot.Any(Shows) && Notices.Unopened(client, number) is { } notice)
        {
            await Notices.OpenAsync(client, notice);
            await Tenant.WaitForAsync(_ => Notices.Unopened(client, number)?.Id != notice.Id);
        }

        return await SeesAsync(client.Chat, Shows);

        bool Shows(ChatMessage message) => message.Card is { } card && IsOf(card, number)
            && !Notices.IsUnopened(card, number) && CardState.Words(card).StartsWith(status, StringComparison.Ordinal);
    }

    /// <summary>Until nothing is on its way to anybody; what waits for a time of its own waits on.</summary>
    /// <exception cref="TimeoutException">Something is always on its way.</exception>
    /// <param name="butForFailing">What failed before is not waited for: where the connector refuses for good it is always due
    /// again.</param>
    public async Task IdleAsync(bool butForFailing = false)
    {
        // Real time, there to end a hanging test on however slow a machine.
        for (var since = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(since) < TimeSpan.FromSeconds(90);)
        {
            var due = await ReadAsync(db => db.OutboxMessages
                .Where(message => message.Status == OutboxStatus.Pending && message.NextAttemptAt <= Time.GetUtcNow()).ToListAsync());
            // Behind what fails the rest of its address waits.
            var failing = butForFailing
                ? await ReadAsync(db =>
                    db.OutboxMessages.Where(message => message.Status == OutboxStatus.Pending && message.LastFailure != null)
                        .Select(message => message.Address)
                        .ToListAsync()
                )
                : [];
            if (due.TrueForAll(message => failing.Contains(message.Address))) return;
            await StepAsync();
        }

        var waiting = await ReadAsync(db =>
            db.OutboxMessages.Where(message => message.Status == OutboxStatus.Pending)
                .Select(message => $"{message.Id} {message.CardKey} tries {message.Attempts} {message.LastFailure} {message.NextAttemptAt}")
                .ToListAsync()
        );
        throw new TimeoutException($"The outbox never came to rest at {Time.GetUtcNow()}: {string.Join("; ", waiting)}");
    }

    /// <summary>The card is one of this draft's: its heading names the number.</summary>
    public static bool IsOf(JsonElement card, int number) => CardState.IsOf(card, number);

    public Task<ChatMessage> SeesTextAsync(Chat chat, string part) =>
        SeesAsync(chat, message => message.Text.Contains(part, StringComparison.Ordinal));

    /// <summary>Gives whatever works in the background a moment of the processor, and then three seconds of the clock.</summary>
    public async Task StepAsync()
    {
        try
        {
            await Tenant.WaitForAsync(_ => false, TimeSpan.FromMilliseconds(40));
        }
        catch (TimeoutException)
        {
            Time.Advance(TimeSpan.FromSeconds(3));
        }
    }

    /// <summary>Moves the clock on, each time giving the dispatcher a moment to go to work, until the condition holds.</summary>
    public async Task PassUntilAsync(Func<bool> condition)
    {
        for (var seconds = 0; seconds < 900 && !condition(); seconds += 3)
        {
            try
            {
                await Tenant.WaitForAsync(_ => condition(), TimeSpan.FromMilliseconds(40));
            }
            catch (TimeoutException)
            {
                Time.Advance(TimeSpan.FromSeconds(3));
            }
        }

        await Tenant.WaitForAsync(_ => condition());
    }

    /// <summary>Everything a card says, in reading order.</summary>
    public static string Words(JsonElement card) => string.Join('\n', Texts(card).Where(text => text.Length > 0));

    public async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> read)
    {
        await using var db = await Services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Ends the program and keeps the file.</summary>
    public async Task StopAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        if (!ownsFolder) return;
        SqliteConnection.ClearAllPools();
        TempFolder.Delete(folder);
    }

    private static IEnumerable<string> Texts(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var text in element.EnumerateArray().SelectMany(Texts)) yield return text;
            yield break;
        }

        if (element.ValueKind != JsonValueKind.Object) yield break;
        if (element.TryGetProperty("inlines", out var inlines))
        {
            yield return string.Concat(inlines.EnumerateArray().Select(run => run.GetProperty("text").GetString()));
            yield break;
        }

        foreach (var name in (string[])["text", "label", "title"])
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String) yield return value.GetString()!;
        }

        foreach (var name in (string[])["body", "items", "columns", "facts", "actions", "card"])
        {
            if (element.TryGetProperty(name, out var value)) foreach (var text in Texts(value)) yield return text;
        }
    }
}
