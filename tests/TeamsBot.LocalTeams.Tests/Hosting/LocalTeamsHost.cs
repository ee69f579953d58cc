using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TeamsBot.LocalTeams.Connector;

namespace TeamsBot.LocalTeams.Tests.Hosting;

/// <summary>
/// A real server on a free loopback port with the local Teams and <see cref="TinyBot"/>, and nothing of the product besides.
/// </summary>
internal sealed class LocalTeamsHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalTeamsHost(WebApplication app, TinyBot bot)
    {
        (this.app, Bot) = (app, bot);
        Address = new(app.Urls.Single());
        Http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public TinyBot Bot { get; }

    public string ServiceUrl => $"{Address}local/connector/";

    public LocalTenant Tenant => app.Services.GetRequiredService<LocalTenant>();

    public TeamsClients Clients => app.Services.GetRequiredService<TeamsClients>();

    public Files.FileShelf Shelf => app.Services.GetRequiredService<Files.FileShelf>();

    public ConnectorFaults Faults => app.Services.GetRequiredService<ConnectorFaults>();

    public static async Task<LocalTeamsHost> StartAsync(TimeProvider? time = null, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Logging.ClearProviders();
        var bot = new TinyBot();
        if (time is not null) builder.Services.AddSingleton(time);
        builder.Services.AddRoutingCore();
        builder.Services.AddLocalTeams(builder.Environment, FillIn);
        var built = builder.Build();
        built.MapLocalTeams();
        bot.Map(built);
        await built.StartAsync();
        return new(built, bot);
    }

    /// <summary>The five people every test plays with; ids are fixed so that approved files stay the same.</summary>
    public static void FillIn(LocalTeamsOptions options)
    {
        Persona[] people =
        [
            new()
            {
                Key = "sato",
                ObjectId = "bbbbbbbb-0000-4000-8000-000000000011",
                Name = "佐藤 花子",
                Title = "起案者",
                Section = "観光課",
            },
            new()
            {
                Key = "suzuki",
                ObjectId = "bbbbbbbb-0000-4000-8000-000000000012",
                Name = "鈴木 一郎",
                Title = "確認者",
                Section = "観光課",
            },
            new()
            {
                Key = "tanaka",
                ObjectId = "bbbbbbbb-0000-4000-8000-000000000013",
                Name = "田中 誠",
                Title = "課長",
                Section = "観光課",
            },
            new()
            {
                Key = "takahashi",
                ObjectId = "bbbbbbbb-0000-4000-8000-000000000014",
                Name = "高橋 恵",
                Title = "課長",
                Section = "広報課",
            },
            new()
            {
                Key = "yamada",
                ObjectId = "bbbbbbbb-0000-4000-8000-000000000015",
                Name = "山田 太郎",
                Title = "部外者",
                Section = "税務課",
                Locale = "en-US",
            },
        ];
        foreach (var person in people) options.People.Add(person);
    }

    /// <summary>Waits until the bot has received so many activities.</summary>
    public async Task WaitForBotAsync(int count)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (Bot.Received.Count < count) await Bot.Arrival.WaitAsync(giveUp.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        Bot.Dispose();
        await app.DisposeAsync();
    }
}
