using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeamsBot.Protocol.BotFramework;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.Protocol;

/// <summary>Registers the wire and opens the bot's endpoint.</summary>
public static class BotProtocolFeature
{
    /// <summary>The health check that tells whether tokens can be verified; tagged "ready".</summary>
    public const string SigningKeysCheck = "signing-keys";

    private static readonly TimeSpan KeyTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Adds <see cref="ConnectorClient"/>, <see cref="FileClient"/>, <see cref="SendThrottle"/> and what <see cref="MapBot"/> needs.
    /// Section "Bot" is checked when the program starts; see <see cref="BotOptions"/> for what anonymous means.
    /// </summary>
    public static IServiceCollection AddBotProtocol(
        this IServiceCollection services,
        IConfiguration configuration,
        IHostEnvironment environment
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(environment);
        services.AddOptions<BotOptions>().Bind(configuration.GetSection(BotOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BotOptions>, BotOptionsValidator>();
        services.AddSingleton<ServiceHosts>();
        AddInbound(services);
        AddOutbound(services);
        AddFiles(services);
        return services;
    }

    /// <summary>
    /// Opens the messaging endpoint: POST only, every answer as protocol.md 1.10 wants it. The process commits before it returns; an
    /// exception from it is answered so that Teams sends the activity again. Every <see cref="Microsoft.Bot.Builder.IMiddleware"/> that
    /// is registered runs around it.
    /// </summary>
    /// <param name="neutral">The app's own words for an invoke in trouble, where the built-in ones do not fit.</param>
    public static IEndpointConventionBuilder MapBot(
        this IEndpointRouteBuilder routes,
        string path,
        TurnProcess process,
        NeutralAnswer? neutral = null
    )
    {
        var endpoint = routes.ServiceProvider.GetRequiredService<BotEndpoint>();
        var bot = endpoint.BotOf(process);
        return routes.MapPost(path, (RequestDelegate)(context => endpoint.HandleAsync(context, bot, neutral)));
    }

    private static void AddInbound(IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<TurnMeter>();
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<TurnRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<TurnRunner>());
        services.AddHostedService<StartNotice>();
        services.AddSingleton<TeamsAdapter>();
        services.AddSingleton<BotEndpoint>();
        services.AddSingleton<IBotFrameworkHttpAdapter>(provider => provider.GetRequiredService<BotEndpoint>());
        services.AddSingleton<TokenAuthenticator>();
        services.AddSingleton<LoopbackAuthenticator>();
        services.AddSingleton<IInboundAuthenticator>(provider => provider.GetRequiredService<IOptions<BotOptions>>().Value.IsAnonymous
            ? provider.GetRequiredService<LoopbackAuthenticator>()
            : provider.GetRequiredService<TokenAuthenticator>());
        services.AddSingleton<TokenVerifier>();
        services.AddSingleton<VerifiedTokens>();
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<KeyDocuments>();
        services.AddHostedService<SigningKeyRefresh>();
        services.AddHealthChecks().AddCheck<SigningKeyHealth>(SigningKeysCheck, tags: ["ready"]);
        services.AddHttpClient(KeyDocuments.HttpClientName, client =>
        {
            client.Timeout = KeyTimeout;
            client.MaxResponseContentBufferSize = KeyDocuments.MaxBytes;
        }).ConfigurePrimaryHttpMessageHandler(Straight).RemoveAllLoggers();
    }

    private static void AddOutbound(IServiceCollection services)
    {
        services.AddSingleton<SendThrottle>();
        services.AddSingleton<CredentialFactory>(_ => BotCredential.Create);
        services.AddSingleton<BotTokens>();
        services.AddTransient<BotTokenHandler>();
        services.AddHttpClient(ConnectorClient.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(Straight)
            .AddHttpMessageHandler<BotTokenHandler>()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        services.AddSingleton<ConnectorFactory>(provider => new SharedConnectors(
            provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(ConnectorClient.HttpClientName)
        ));
        services.AddSingleton<BotAdapter>(provider => provider.GetRequiredService<TeamsAdapter>());
        services.AddSingleton<ConnectorClient>();
    }

    /// <summary>Time limits are the caller's; the factory's own handler lifetime keeps name resolution fresh.</summary>
    private static void AddFiles(IServiceCollection services)
    {
        services.AddSingleton<FileHosts>();
        services
            .AddHttpClient(FileClient.WithTokenName, Plain)
            .ConfigurePrimaryHttpMessageHandler(Straight)
            .AddHttpMessageHandler<BotTokenHandler>()
            .RemoveAllLoggers();
        services.AddHttpClient(FileClient.WithoutTokenName, Plain).ConfigurePrimaryHttpMessageHandler(Straight).RemoveAllLoggers();
        services.AddSingleton<FairFetch>();
        services.AddSingleton(provider => new FileClient(
            provider.GetRequiredService<IHttpClientFactory>(), provider.GetRequiredService<FileHosts>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<FileClient>>()));

        static void Plain(HttpClient client)
        {
            client.Timeout = Timeout.InfiniteTimeSpan;
            client.DefaultRequestHeaders.UserAgent.ParseAdd("TeamsBot/1.0");
        }
    }

    /// <summary>
    /// No redirects: a token or a trust in keys must not follow one. Connections are renewed, so that a changed name resolution is
    /// noticed.
    /// </summary>
    private static SocketsHttpHandler Straight() =>
        new()
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            Proxy = new ProxyButLoopback(HttpClient.DefaultProxy),
        };
}

/// <summary>Says loudly what mode the bot starts in.</summary>
internal sealed class StartNotice(IOptions<BotOptions> options, ILogger<StartNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsAnonymous) Log.Anonymous(logger);
        else if (options.Value.Credential.Kind == CredentialKind.None) Log.NoCredential(logger);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
