using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace TeamsBot.Protocol.Outbound;

/// <summary>
/// The last step before the wire: looks at the host first, then attaches the token, so that no mistake above can send the token to a
/// stranger (protocol.md 2.2). After a 401 it drops the token and tries once with a fresh one.
/// </summary>
internal sealed class BotTokenHandler(ServiceHosts hosts, BotTokens tokens, ILogger<BotTokenHandler> logger) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var trust = request.RequestUri is { } address ? hosts.TrustOf(address) : HostTrust.None;
        if (trust == HostTrust.None)
        {
            Log.HostRefused(logger, LogWord.Of(request.RequestUri?.Host));
            throw new HostNotAllowedException();
        }

        request.Headers.Authorization = null;
        if (trust == HostTrust.WithoutToken) return await base.SendAsync(request, cancellationToken);

        var token = await tokens.GetAsync(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode != HttpStatusCode.Unauthorized) return response;

        response.Dispose();
        Log.TokenRefused(logger);
        tokens.Drop(token);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
        return await base.SendAsync(request, cancellationToken);
    }
}
