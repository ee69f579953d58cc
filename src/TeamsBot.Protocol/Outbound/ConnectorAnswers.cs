using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// Stands between the SDK's connector client and the wire. The client fails on answers that are none (a success without a body, or with a
/// page of a proxy) and keeps of a refusal what it can read; here a success is a success, and a refusal keeps what the error table needs.
/// </summary>
internal sealed class ConnectorAnswers(HttpMessageHandler wire) : DelegatingHandler(wire)
{
    /// <summary>A page of 500 members is some 200 KB.</summary>
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Longer error bodies are not read.</summary>
    private const int MaxErrorBytes = 64 * 1024;

    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await base.SendAsync(request, cancellationToken);
        await response.Content.LoadIntoBufferAsync(MaxBytes, cancellationToken);
        var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new ConnectorRefusedException(
                response.StatusCode, content.Length <= MaxErrorBytes ? content : content[..MaxErrorBytes], response.Headers.RetryAfter,
                Header(response, "MS-CV"), Header(response, "X-Correlating-OperationId"));
        }

        var answer = IsObject(content) ? content : "null"u8.ToArray();
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(answer) { Headers = { ContentType = Json } },
        };
    }

    private static bool IsObject(byte[] content)
    {
        if (content.Length == 0) return false;
        try
        {
            return JsonElement.Parse(content).ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
}

/// <summary>The connector answered with a status that is no success.</summary>
internal sealed class ConnectorRefusedException(
    HttpStatusCode status, byte[] body, RetryConditionHeaderValue? retryAfter, string correlation, string operationId)
    : Exception("The connector refused.")
{
    public HttpStatusCode Status => status;

    /// <summary>As sent, at most 64 KB. May quote a message, and is not logged.</summary>
    public byte[] Body => body;

    public RetryConditionHeaderValue? RetryAfter => retryAfter;

    public string Correlation => correlation;

    public string OperationId => operationId;
}
