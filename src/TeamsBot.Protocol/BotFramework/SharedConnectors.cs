using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Rest;
using Newtonsoft.Json;
using TeamsBot.Protocol.Outbound;
using SdkClient = Microsoft.Bot.Connector.ConnectorClient;

namespace TeamsBot.Protocol.BotFramework;

/// <summary>
/// One connector client per service URL for the whole process; the SDK would make one each turn, which costs more than the turn. All
/// share one wire, whose last step decides about host and token (<see cref="BotTokenHandler"/>), so the clients themselves have no
/// credentials. Each has an HTTP client of its own, because the SDK writes into its default headers.
/// </summary>
internal sealed class SharedConnectors : ConnectorFactory, IDisposable
{
    /// <summary>The service has a handful of addresses, a development machine one for each test client that was ever started.</summary>
    private const int Capacity = 256;

    /// <summary>The time a request to the connector may take; after that it counts as unanswered.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private static readonly ProductInfoHeaderValue UserAgent = new("TeamsBot", "1.0");

    private readonly ConcurrentDictionary<string, SharedConnector> clients = new(StringComparer.Ordinal);
    private readonly ConnectorAnswers wire;

    public SharedConnectors(HttpMessageHandler wire) => this.wire = new ConnectorAnswers(wire);

    /// <param name="serviceUrl">An absolute address. Whether anything may be sent there is decided below, at each request.</param>
    /// <param name="audience">Not needed: the token is attached below.</param>
    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken) =>
        Task.FromResult<IConnectorClient>(Of(serviceUrl));

    public void Dispose() => wire.Dispose();

    private SharedConnector Of(string serviceUrl)
    {
        if (clients.TryGetValue(serviceUrl, out var known)) return known;
        if (clients.Count >= Capacity) clients.Clear();
        return clients.GetOrAdd(serviceUrl, address => new SharedConnector(Create(address)));
    }

    private SdkClient Create(string serviceUrl)
    {
        var http = new HttpClient(wire, disposeHandler: false) { Timeout = Timeout };
        var client = new SdkClient(new Uri(serviceUrl.TrimEnd('/') + '/'), NoCredentials.Instance, http, disposeHttpClient: true);

        // The SDK adds the names of runtime and operating system, which are nobody's business.
        http.DefaultRequestHeaders.UserAgent.Clear();
        http.DefaultRequestHeaders.UserAgent.Add(UserAgent);
        client.SerializationSettings.ContractResolver = WireJson.Outgoing;
        client.DeserializationSettings.ContractResolver = WireJson.Answers;
        client.DeserializationSettings.DateParseHandling = DateParseHandling.None;
        client.DeserializationSettings.Converters.Add(WireJson.OnlyText);
        return client;
    }

    private sealed class NoCredentials : ServiceClientCredentials
    {
        public static NoCredentials Instance { get; } = new();
    }

    /// <summary>What a turn gets to see of a client: all of it but its end, because the SDK disposes it with the turn.</summary>
    private sealed class SharedConnector(SdkClient client) : IConnectorClient
    {
        public Uri BaseUri
        {
            get => client.BaseUri;
            set => throw new NotSupportedException("The client is shared. Ask the connector factory for another address.");
        }

        public JsonSerializerSettings SerializationSettings => client.SerializationSettings;

        public JsonSerializerSettings DeserializationSettings => client.DeserializationSettings;

        public ServiceClientCredentials Credentials => client.Credentials;

        public IAttachments Attachments => client.Attachments;

        public IConversations Conversations => client.Conversations;

        public void Dispose()
        {
            // Other turns use it.
        }
    }
}
