using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TeamsBot.LocalTeams;

/// <summary>
/// Keeps the stand-in to this machine. It has no sign-in, so nobody else may reach it: not over the network, not through a tunnel or proxy
/// on this machine, and not by a web page elsewhere that a developer's browser happens to show.
/// </summary>
internal static class LocalTeamsGuard
{
    private static readonly string[] ProxyHeaders =
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Real-IP", "Via",
    ];

    /// <summary>Puts the guard in front of every endpoint of the group, before anything of the request is read.</summary>
    public static TBuilder Guarded<TBuilder>(this TBuilder endpoints, Func<HttpRequest, int?> refuse)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Finally(endpoint =>
        {
            var handler = endpoint.RequestDelegate
                ?? throw new InvalidOperationException("An endpoint without a handler cannot be guarded.");
            endpoint.RequestDelegate = http =>
            {
                if (refuse(http.Request) is not { } status) return handler(http);
                http.Response.StatusCode = status;
                return Task.CompletedTask;
            };
        });
        return endpoints;
    }

    /// <summary>
    /// For everything: the caller is this machine and calls it by a loopback name. The second half stops DNS rebinding, where a foreign
    /// name is made to mean 127.0.0.1. A request without a remote address has no network behind it (a test host in the same process) and
    /// passes.
    /// </summary>
    public static int? RefuseRemote(HttpRequest request)
    {
        var remote = request.HttpContext.Connection.RemoteIpAddress;
        var isLocal =
            (remote is null || IPAddress.IsLoopback(remote))
            && IsLoopbackName(request.Host.Host)
            && !ProxyHeaders.Any(request.Headers.ContainsKey);
        return isLocal ? null : StatusCodes.Status404NotFound;
    }

    /// <summary>For the page's own requests: what changes something must come from the page itself, by the browser's own word.</summary>
    public static int? RefuseForeignPages(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return null;
        var own = $"{request.Scheme}://{request.Host}";
        return string.Equals(request.Headers.Origin, own, StringComparison.OrdinalIgnoreCase) ? null : StatusCodes.Status403Forbidden;
    }

    /// <summary>For the connector, which only programs call: whatever a browser sends says so in these headers.</summary>
    public static int? RefuseBrowsers(HttpRequest request) =>
        request.Headers.ContainsKey("Origin") || request.Headers.ContainsKey("Sec-Fetch-Site") ? StatusCodes.Status403Forbidden : null;

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
