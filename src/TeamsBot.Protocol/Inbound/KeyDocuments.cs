using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Obtains the service's OpenID configuration with its keys. What is fetched is fetched within our limits: the key document must stand on
/// the metadata's own host; redirects are not followed; 10 s and 1 MiB (protocol.md 1.6).
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
        try
        {
            var documents = new Documents(clients, new Uri(metadataUrl));
            var configuration = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, documents, cancellationToken);
            return SigningKey.ReadAll(configuration.JsonWebKeySet?.Keys ?? []);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or InvalidOperationException or FormatException)
        {
            throw new JsonException("The metadata or the key document is not what it should be.", unreadable);
        }
    }

    /// <summary>Fetches the metadata, and after that only what stands beside it.</summary>
    private sealed class Documents(IHttpClientFactory clients, Uri metadata) : IDocumentRetriever
    {
        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var document) || !IsBesideMetadata(document))
            {
                throw new HttpRequestException("The key document stands on another host than the metadata.");
            }

            return document == metadata ? await MetadataAsync(cancel) : WithoutUnreadable(await GetAsync(document, cancel));
        }

        /// <summary>The library gives the whole document up for one key that it cannot read; new kinds appear without notice.</summary>
        private static string WithoutUnreadable(string document)
        {
            if (JsonNode.Parse(document) is not JsonObject { } json || json["keys"] is not JsonArray keys) return document;
            foreach (var key in keys.Where(key => !IsReadable(key)).ToList()) keys.Remove(key);
            return json.ToJsonString();
        }

        private static bool IsReadable(JsonNode? key)
        {
            try
            {
                return key is JsonObject && JsonWebKey.Create(key.ToJsonString()) is not null;
            }
            catch (Exception unreadable) when (unreadable is ArgumentException or JsonException)
            {
                return false;
            }
        }

        private bool IsBesideMetadata(Uri document) =>
            document.Scheme == metadata.Scheme
            && string.Equals(document.Host, metadata.Host, StringComparison.OrdinalIgnoreCase)
            && document.UserInfo.Length == 0;

        /// <summary>
        /// Two spellings of the address are in production; the second is tried where the first is not found (protocol.md 10).
        /// </summary>
        private async Task<string> MetadataAsync(CancellationToken cancellationToken)
        {
            try
            {
                return await GetAsync(metadata, cancellationToken);
            }
            catch (HttpRequestException failure)
                when (failure.StatusCode == HttpStatusCode.NotFound && metadata.AbsolutePath.EndsWith(Spelling, StringComparison.Ordinal))
            {
                var path = metadata.AbsolutePath[..^Spelling.Length] + "/openid-configuration";
                return await GetAsync(new UriBuilder(metadata) { Path = path }.Uri, cancellationToken);
            }
        }

        private async Task<string> GetAsync(Uri address, CancellationToken cancellationToken)
        {
            using var client = clients.CreateClient(HttpClientName);
            using var response = await client.GetAsync(address, cancellationToken);
            response.EnsureSuccessStatusCode();
            // As UTF-8 whatever the answer calls itself: the keys are ASCII, and no strange name for a character set must cost us them.
            return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
    }
}
