using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// For local development without an app id: believes programs on this machine, and only about service URLs on this machine. A request that
/// a proxy or tunnel passed on, that names another host (a web page that re-pointed its own name here) or that a web page could send
/// without asking first (no JSON content type) is refused.
/// </summary>
internal sealed class LoopbackAuthenticator(ServiceHosts hosts, IOptions<BotOptions> options) : IInboundAuthenticator
{
    private static readonly string[] Forwarding =
    [
        "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Original-For", "X-Original-Host", "X-Real-IP", "Via",
    ];

    private static readonly Caller Nobody = new(null, true, new ClaimsIdentity());

    public ValueTask<CallerResult> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken) =>
        ValueTask.FromResult(Judge(context));

    public RefusalReason? Check(Caller caller, Activity activity)
    {
        if (InboundPolicy.RefuseChannel(activity, options.Value.AllowSubChannels) is { } channel) return channel;
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var address) || hosts.TrustOf(address) != HostTrust.WithoutToken)
            return RefusalReason.ServiceUrlHost;
        if (InboundPolicy.TenantOf(activity, out var tenant) is { } mismatch) return mismatch;
        var tenants = options.Value.AllowedTenants;
        return tenants.Count == 0 || tenants.Contains(tenant, StringComparer.OrdinalIgnoreCase) ? null : RefusalReason.TenantRefused;
    }

    private static CallerResult Judge(HttpContext context)
    {
        if (!Loopback.IsAddress(context.Connection.RemoteIpAddress) || !Loopback.IsName(context.Request.Host.Host))
            return RefusalReason.NotLoopback;
        foreach (var name in Forwarding)
        {
            if (context.Request.Headers.ContainsKey(name)) return RefusalReason.NotLoopback;
        }

        return context.Request.HasJsonContentType() ? Nobody : RefusalReason.ContentType;
    }
}
