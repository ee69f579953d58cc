using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TeamsBot.Protocol.Files;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Tests.Support;

/// <summary>The registered bot with a still clock and fakes where the network would be. Requests go straight to the endpoint.</summary>
internal sealed class BotHost : IDisposable
{
    private readonly ServiceProvider provider;

    public BotHost(
        IEnumerable<(string Key, string? Value)>? settings = null,
        string environment = "Production",
        FakeConnector? connector = null,
        Func<FakeTime, Azure.Core.TokenCredential>? credential = null,
        params IEnumerable<Microsoft.Bot.Builder.IMiddleware> middleware
    )
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection((settings ?? Registered).Select(setting => KeyValuePair.Create("Bot:" + setting.Key, setting.Value)))
            .Build();
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddBotProtocol(configuration, new TestEnvironment(environment));
        foreach (var each in middleware) services.AddSingleton(each);
        services.AddHttpClient(KeyDocuments.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => Signing);
        Connector = connector ?? new FakeConnector();
        services.AddHttpClient(ConnectorClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => Connector);
        services.AddHttpClient(FileClient.WithTokenName).ConfigurePrimaryHttpMessageHandler(() => Connector);
        services.AddHttpClient(FileClient.WithoutTokenName).ConfigurePrimaryHttpMessageHandler(() => Connector);
        Credential = credential?.Invoke(Time) ?? new FakeCredential(Time);
        services.AddSingleton<CredentialFactory>(_ => Credential);
        provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public static (string Key, string? Value)[] Registered =>
        [("AppId", Samples.AppId), ("TenantId", Samples.TenantId), ("Credential:Kind", "Secret"), ("Credential:Secret", "s3cr3t-value")];

    public FakeTime Time { get; } = new();

    public LogLines Logs { get; } = new();

    public FakeSigningService Signing { get; } = new();

    public FakeConnector Connector { get; }

    public Azure.Core.TokenCredential Credential { get; }

    /// <summary>The turns that reached the app.</summary>
    public List<ParsedTurn> Turns { get; } = [];

    /// <summary>What the app answers.</summary>
    public TurnProcess Process { get; set; } = (_, _) => Task.FromResult<InvokeResponse?>(null);

    public NeutralAnswer? Neutral { get; set; }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public string Token() => Signing.Token(Time.GetUtcNow());

    /// <summary>Posts as the service does, with a good token unless another is given; null sends none.</summary>
    public Task<HttpAnswer> PostAsync(JsonNode activity, params string?[] authorization) =>
        PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), authorization);

    public Task<HttpAnswer> PostAsync(byte[] body, params string?[] authorization) => PostAsync(body, context =>
    {
        var headers = authorization.Length == 0 ? ["Bearer " + Token()] : authorization.Where(header => header is not null).ToArray();
        if (headers.Length > 0) context.Request.Headers.Authorization = headers;
    });

    public Task<HttpAnswer> PostAsync(byte[] body, Action<HttpContext> prepare)
    {
        var endpoint = Get<BotEndpoint>();
        return PostAsync(body, prepare, context => endpoint.HandleAsync(context, endpoint.BotOf(ProcessAsync), Neutral));
    }

    /// <summary>Posts to another way in than the app's own.</summary>
    public async Task<HttpAnswer> PostAsync(byte[] body, Action<HttpContext> prepare, Func<HttpContext, Task> handle)
    {
        var context = new DefaultHttpContext { RequestServices = provider };
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Method = "POST";
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("localhost", 3978);
        context.Request.ContentType = "application/json; charset=utf-8";
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body);
        context.Response.Body = new MemoryStream();
        prepare(context);
        await handle(context);
        var answer = Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());
        return new HttpAnswer(
            context.Response.StatusCode,
            answer,
            context.Response.ContentType,
            context.Response.Headers.WWWAuthenticate.ToString()
        );
    }

    public void Dispose() => provider.Dispose();

    private Task<InvokeResponse?> ProcessAsync(ParsedTurn turn, CancellationToken cancellationToken)
    {
        lock (Turns) Turns.Add(turn);
        return Process(turn, cancellationToken);
    }

    private sealed class TestEnvironment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "TeamsBot";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}

internal sealed record HttpAnswer(int Status, string Body, string? ContentType, string WwwAuthenticate);
