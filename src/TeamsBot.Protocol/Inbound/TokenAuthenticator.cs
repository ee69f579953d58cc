using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Believes the channel service by its signed token, and an activity only where token, registration and policy agree on who sends what from
/// where (protocol.md 1.4 to 1.7). Headers other than Authorization never decide anything.
/// </summary>
internal sealed class TokenAuthenticator(
    TokenVerifier tokens,
    ServiceHosts hosts,
    IOptions<BotOptions> options,
    ILogger<TokenAuthenticator> logger
) : IInboundAuthenticator
{
    private readonly FrozenSet<string> tenants = options.Value.EffectiveTenants.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly string botId = "28:" + options.Value.AppId;
    private readonly string? callerId = options.Value.Preset.CallerId;
    private readonly bool reportOnly = options.Value.ReportMissingEndorsementsOnly;
    private readonly bool subChannels = options.Value.AllowSubChannels;

    public async ValueTask<CallerResult> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var headers = context.Request.Headers.Authorization;
        if (headers.Count == 0) return RefusalReason.AuthorizationMissing;
        if (headers.Count > 1) return RefusalReason.AuthorizationRepeated;
        if (headers[0] is not { } header || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return RefusalReason.AuthorizationScheme;

        var (claims, refusal) = await tokens.VerifyAsync(header["Bearer ".Length..], cancellationToken);
        return claims is null
            ? refusal!.Value
            : new Caller(claims.ServiceUrl, claims.Key.Endorsements.Contains(InboundPolicy.Teams), claims.Identity, callerId);
    }

    public RefusalReason? Check(Caller caller, Activity activity)
    {
        if (InboundPolicy.RefuseChannel(activity, subChannels) is { } channel) return channel;
        if (!caller.IsEndorsedForTeams)
        {
            if (!reportOnly) return RefusalReason.EndorsementMissing;
            Log.EndorsementReported(logger);
        }

        if (!ServiceHosts.AreSame(caller.ServiceUrl, activity.ServiceUrl)) return RefusalReason.ServiceUrlMismatch;
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var address) || hosts.TrustOf(address) == HostTrust.None)
            return RefusalReason.ServiceUrlHost;
        if (activity.Recipient is { Id.Length: > 0 } recipient && !string.Equals(recipient.Id, botId, StringComparison.OrdinalIgnoreCase))
            return RefusalReason.RecipientWrong;
        if (InboundPolicy.TenantOf(activity, out var tenant) is { } mismatch) return mismatch;
        return tenants.Contains(tenant) ? null : RefusalReason.TenantRefused;
    }
}
