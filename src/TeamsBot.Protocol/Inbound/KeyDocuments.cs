using System.Collections.Frozen;
using System.Net;
using System.Text.Json;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Fetches the OpenID metadata and the key document it names. The key document must stand on the metadata's own host; redirects are not
/// followed; 10 s and 1 MiB are the limits (protocol.md 1.6).
/// </summary>
internal sealed class KeyDocuments(IHttpClientFactory clients)
{
    public const string HttpClientName = "TeamsBot.SigningKeys";
    public const int MaxBytes = 1024 * 1024;
    private const string Spelling = "/openidconfiguration";

    /// <exception cref="HttpRequestException">No or a refusing answer, too large, or another host.</exception>
    /// <exception cref="JsonException">The answer is not what it should be.</exception>
    public async Task<FrozenDictionary<string, SigningKey>> LoadAsync(string metadataUrl, CancellationToken cancellationToken)
    {
        var address = new Uri(metadataUrl);
        var metadata = await MetadataAsync(address, cancellationToken);
        if (!Uri.TryCreate(metadata.Text("jwks_uri"u8), UriKind.Absolute, out var keys)) throw new JsonException("The metadata names no key document.");
        if (keys.Scheme != address.Scheme || !string.Equals(keys.Host, address.Host, StringComparison.OrdinalIgnoreCase) || keys.UserInfo.Length > 0)
        {
            throw new HttpRequestException("The key document stands on another host than the metadata.");
        }

        return SigningKey.ReadAll(await GetAsync(keys, cancellationToken));
    }

    /// <summary>Two spellings of the address are in production; the second is tried where the first is not found (protocol.md 10).</summary>
    private async Task<JsonElement> MetadataAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(address, cancellationToken);
        }
        catch (HttpRequestException failure) when (failure.StatusCode == HttpStatusCode.NotFound && address.AbsolutePath.EndsWith(Spelling, StringComparison.Ordinal))
        {
            var path = address.AbsolutePath[..^Spelling.Length] + "/openid-configuration";
            return await GetAsync(new UriBuilder(address) { Path = path }.Uri, cancellationToken);
        }
    }

    private async Task<JsonElement> GetAsync(Uri address, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpClientName);
        using var response = await client.GetAsync(address, cancellationToken);
        response.EnsureSuccessStatusCode();
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return JsonElement.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
    }
}
