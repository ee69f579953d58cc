using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TeamsBot.LocalTeams;
using TeamsBot.LocalTeams.Connector;

namespace TeamsBot.Tests.Conversations;

/// <summary>The local Teams in a process of its own, as Teams is: it outlives the bot, and is told where the bot is now.</summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Redirection bot;

    private TeamsHost(WebApplication app, Redirection bot) => (this.app, this.bot) = (app, bot);

    public LocalTenant Tenant => app.Services.GetRequiredService<LocalTenant>();

    public ConnectorFaults Faults => app.Services.GetRequiredService<ConnectorFaults>();

    public TeamsClients Clients => app.Services.GetRequiredService<TeamsClients>();

    /// <summary>Where the bot listens; nobody listens while it is null.</summary>
    public Uri? Bot
    {
        get => bot.Target;
        set => bot.Target = value;
    }

    /// <param name="others">Who is there besides the three of the main job.</param>
    public static async Task<TeamsHost> StartAsync(TimeProvider time, params Persona[] others)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = "Development", ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Replace(ServiceDescriptor.Singleton(time));
        var redirection = new Redirection();
        builder.Services.AddLocalTeams(builder.Environment, local =>
        {
            local.TenantId = Scenario.TenantId;
            local.People.Add(new Persona { Key = "sato", ObjectId = "a0000000-0000-4000-8000-000000000001", Name = BotHost.Author });
            local.People.Add(new Persona { Key = "suzuki", ObjectId = "a0000000-0000-4000-8000-000000000002", Name = BotHost.Checker });
            local.People.Add(new Persona { Key = "tanaka", ObjectId = "a0000000-0000-4000-8000-000000000003", Name = BotHost.Head });
            foreach (var other in others) local.People.Add(other);
        });
        builder.Services.AddHttpClient("TeamsBot.LocalTeams").AddHttpMessageHandler(() => new Redirecting(redirection));
        var built = builder.Build();
        built.MapLocalTeams();
        await built.StartAsync();
        return new TeamsHost(built, redirection);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class Redirection
    {
        public Uri? Target { get; set; }
    }

    private sealed class Redirecting(Redirection bot) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (bot.Target is not { } target) throw new HttpRequestException("The bot is not running.");
            request.RequestUri = new Uri(target, request.RequestUri!.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
