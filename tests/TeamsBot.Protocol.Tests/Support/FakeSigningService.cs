using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TeamsBot.Protocol.Tests.Support;

/// <summary>The service's metadata and key documents, with keys made here, and tokens signed by them.</summary>
internal sealed class FakeSigningService : HttpMessageHandler
{
    public const string Host = "login.botframework.com";
    public const string Issuer = "https://api.botframework.com";

    // Making keys is slow; tests that need no key of their own share these.
    private static readonly Lazy<RSA> Shared = new(() => RSA.Create(2048));
    private static readonly Lazy<RSA> SharedOther = new(() => RSA.Create(2048));

    public List<JsonObject> Keys { get; } = [];

    public List<Uri> Requests { get; } = [];

    /// <summary>Answers instead of the documents, for example an outage.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?>? Instead { get; set; }

    public string KeysUrl { get; set; } = $"https://{Host}/v1/.well-known/keys";

    public RSA Key { get; } = Shared.Value;

    public RSA OtherKey { get; } = SharedOther.Value;

    public FakeSigningService() => Publish("k1", Key);

    public int MetadataRequests => Requests.Count(uri => uri.AbsolutePath.Contains("openid", StringComparison.Ordinal));

    public JsonObject Publish(string id, RSA key, params string[] endorsements)
    {
        var parameters = key.ExportParameters(false);
        var entry = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64Url.EncodeToString(parameters.Modulus),
            ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            ["endorsements"] = new JsonArray([.. (endorsements.Length == 0 ? ["msteams"] : endorsements).Select(name => (JsonNode)name)]),
        };
        Keys.Add(entry);
        return entry;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        lock (Requests) Requests.Add(request.RequestUri!);
        var answer = Instead?.Invoke(request) ?? request.RequestUri!.AbsolutePath switch
        {
            "/v1/.well-known/openidconfiguration" or "/v1/.well-known/openid-configuration" => Json(new JsonObject
            {
                ["issuer"] = Issuer,
                ["jwks_uri"] = KeysUrl,
                ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
            }),
            "/v1/.well-known/keys" => Json(new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(key => key.DeepClone())]) }),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound),
        };
        return Task.FromResult(answer);
    }

    public static HttpResponseMessage Json(JsonNode json) =>
        new(HttpStatusCode.OK) { Content = new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json") };

    /// <summary>A token with these parts, signed as the header's usual algorithm.</summary>
    public static string Token(JsonObject header, JsonObject payload, RSA key) =>
        Token(header.ToJsonString(), payload.ToJsonString(), signed =>
            key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        );

    public static string Token(string header, string payload, Func<byte[], byte[]> sign)
    {
        var signed = Encode(header) + "." + Encode(payload);
        return signed + "." + Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)));
    }

    public static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    public static JsonObject Header(string keyId = "k1") => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = keyId, ["x5t"] = keyId };

    public static JsonObject Payload(DateTimeOffset now, string appId = Samples.AppId, string serviceUrl = Samples.ServiceUrl) => new()
    {
        ["serviceurl"] = serviceUrl,
        ["nbf"] = now.ToUnixTimeSeconds() - 60,
        ["exp"] = now.ToUnixTimeSeconds() + 3600,
        ["iss"] = Issuer,
        ["aud"] = appId,
    };

    public string Token(DateTimeOffset now) => Token(Header(), Payload(now), Key);
}
