using System.Net;
using System.Text;
using Azure.Core;

namespace TeamsBot.Protocol.Tests.Support;

/// <summary>The connector: keeps what it was sent and answers as told, 201 with an id unless told otherwise.</summary>
internal sealed class FakeConnector(Func<FakeConnector.Sent, HttpResponseMessage?>? answer = null) : HttpMessageHandler
{
    private readonly List<Sent> requests = [];

    public IReadOnlyList<Sent> Requests
    {
        get
        {
            lock (requests) return [.. requests];
        }
    }

    public static FakeConnector Answering(HttpStatusCode status, string body = "", Action<HttpResponseMessage>? prepare = null) =>
        new(_ => Answer(status, body, prepare));

    public static HttpResponseMessage Answer(HttpStatusCode status, string body = "", Action<HttpResponseMessage>? prepare = null)
    {
        var response = new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        prepare?.Invoke(response);
        return response;
    }

    /// <summary>Looks at requests for what <see cref="Sent"/> does not keep.</summary>
    public Action<HttpRequestMessage>? Seen { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Seen?.Invoke(request);
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new Sent(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri,
            request.Headers.Authorization?.Parameter,
            body,
            request.Content?.Headers.ContentType?.ToString(),
            request.Headers.UserAgent.ToString()
        );
        lock (requests) requests.Add(sent);
        return answer?.Invoke(sent) ?? Answer(HttpStatusCode.Created, """{"id":"1790000009999"}""");
    }

    internal sealed record Sent(string Method, string Url, string? Token, string Body, string? ContentType, string UserAgent);
}

/// <summary>A login host that gives out numbered tokens for an hour.</summary>
internal sealed class FakeCredential(FakeTime time) : TokenCredential
{
    private int count;

    public int Count => Volatile.Read(ref count);

    public Func<Exception?>? Failing { get; set; }

    public Task Gate { get; set; } = Task.CompletedTask;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public override async ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref count);
        await Gate;
        if (Failing?.Invoke() is { } failure) throw failure;
        return new AccessToken($"token-{number}", time.GetUtcNow() + TimeSpan.FromHours(1));
    }
}
