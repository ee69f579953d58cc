using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Load;

/// <summary>
/// The other side on one loopback port: a connector that accepts everything, and a signing service with a key made here. It knows nothing
/// of the bot it serves.
/// </summary>
internal sealed class FakeService : IAsyncDisposable
{
    public const string AppId = "cccccccc-0000-4000-8000-000000000003";
    public const string TenantId = "aaaaaaaa-0000-4000-8000-000000000001";

    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = new(StringComparer.Ordinal);
    private readonly WebApplication app;
    private long sent;
    private string? token;

    private FakeService()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet(
            "/v1/.well-known/openidconfiguration",
            (RequestDelegate)(context => context.Response.WriteAsync(Metadata().ToJsonString()))
        );
        app.MapGet("/v1/.well-known/keys", (RequestDelegate)(context => context.Response.WriteAsync(Keys().ToJsonString())));
        app.MapPost("/v3/conversations", (RequestDelegate)(context => AcceptAsync(context, "a:new")));
        app.MapPost(
            "/v3/conversations/{id}/activities/{activity?}",
            (RequestDelegate)(context => AcceptAsync(context, (string)context.Request.RouteValues["id"]!))
        );
        app.MapPut(
            "/v3/conversations/{id}/activities/{activity}",
            (RequestDelegate)(context => AcceptAsync(context, (string)context.Request.RouteValues["id"]!))
        );
        app.MapDelete(
            "/v3/conversations/{id}/activities/{activity}",
            (RequestDelegate)(context => AcceptAsync(context, (string)context.Request.RouteValues["id"]!))
        );
    }

    public string Url => app.Urls.First();

    public string MetadataUrl => Url + "/v1/.well-known/openidconfiguration";

    /// <summary>How many requests the connector accepted.</summary>
    public long Sent => Interlocked.Read(ref sent);

    public static async Task<FakeService> StartAsync(CancellationToken cancellationToken)
    {
        var service = new FakeService();
        await service.app.StartAsync(cancellationToken);
        return service;
    }

    /// <summary>Done when something has been sent into this conversation.</summary>
    public Task NextIn(string conversationId)
    {
        var arrival = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited[conversationId] = arrival;
        return arrival.Task;
    }

    /// <summary>The service's token for the bot; one for all turns of an hour, as the real service does.</summary>
    public string Token() => token ??= Sign();

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private async Task AcceptAsync(HttpContext context, string conversationId)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        var number = Interlocked.Increment(ref sent);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($$"""{"id":"{{number.ToString(CultureInfo.InvariantCulture)}}"}""");
        if (awaited.TryRemove(conversationId, out var arrival)) arrival.TrySetResult();
    }

    private JsonObject Metadata() =>
        new()
        {
            ["issuer"] = "https://api.botframework.com",
            ["jwks_uri"] = Url + "/v1/.well-known/keys",
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        };

    private JsonObject Keys()
    {
        var parameters = key.ExportParameters(false);
        return new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = "load",
                ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent),
                ["endorsements"] = new JsonArray("msteams"),
            }),
        };
    }

    private string Sign()
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "load" };
        var payload = new JsonObject
        {
            ["serviceurl"] = Url,
            ["nbf"] = now - 60,
            ["exp"] = now + 3600,
            ["iss"] = "https://api.botframework.com",
            ["aud"] = AppId,
        };
        var signed =
            Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header.ToJsonString()))
            + "."
            + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload.ToJsonString()));
        return signed
            + "."
            + Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
