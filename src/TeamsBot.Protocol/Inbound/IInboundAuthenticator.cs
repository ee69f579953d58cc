using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using TeamsBot.Protocol.Schema;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Decides whether a caller is the channel service. Two exist: the service's signed token, and, in Development without an app id, a program
/// on this machine. The first half runs before the body is read, so that a stranger cannot make the bot work.
/// </summary>
internal interface IInboundAuthenticator
{
    /// <summary>Who calls, or why not.</summary>
    ValueTask<CallerResult> AuthenticateAsync(HttpContext context, CancellationToken cancellationToken);

    /// <summary>Whether this activity may come from that caller; null when it may.</summary>
    RefusalReason? Check(Caller caller, Activity activity);
}

/// <summary>A caller that passed the first half.</summary>
/// <param name="ServiceUrl">The token's <c>serviceurl</c> claim; null for a caller on this machine.</param>
/// <param name="IsEndorsedForTeams">Whether the key that signed the token may speak for Teams.</param>
/// <param name="Identity">Who the token says calls, for the SDK's turn; nobody in particular for a program on this machine.</param>
/// <param name="Id">The SDK's name of the caller, or null for a program on this machine.</param>
internal sealed record Caller(string? ServiceUrl, bool IsEndorsedForTeams, ClaimsIdentity Identity, string? Id = null);

internal readonly record struct CallerResult(Caller? Caller, RefusalReason? Refusal)
{
    public static implicit operator CallerResult(Caller caller) => new(caller, null);

    public static implicit operator CallerResult(RefusalReason reason) => new(null, reason);
}
