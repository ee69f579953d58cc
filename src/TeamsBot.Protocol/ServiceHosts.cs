using System.Collections.Frozen;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TeamsBot.Protocol;

/// <summary>
/// Which connector addresses the bot listens to and speaks to (protocol.md 1.5, 2.2). The same list guards both ways, because a service URL
/// believed today is where tomorrow's message and token go.
/// </summary>
internal sealed class ServiceHosts(IOptions<BotOptions> options, IHostEnvironment environment)
{
    private static readonly string[] Known =
        ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com", "smba.infra.gov.teams.microsoft.us"];

    private readonly FrozenSet<string> exact = Known.Concat(options.Value.ServiceUrlHosts)
        .Where(host => !Loopback.IsName(host)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly bool loopback = environment.IsDevelopment()
        && (options.Value.IsAnonymous || options.Value.ServiceUrlHosts.Any(Loopback.IsName));

    private readonly bool anonymous = options.Value.IsAnonymous;

    /// <summary>
    /// What may be sent to this address. The parent of <c>smba.trafficmanager.net</c> is shared with strangers, so there is no matching by
    /// suffix except for botframework.com.
    /// </summary>
    public HostTrust TrustOf(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0) return HostTrust.None;
        if (Loopback.IsName(address.Host)) return loopback && address.Scheme is "http" or "https" ? HostTrust.WithoutToken : HostTrust.None;
        if (anonymous || address.Scheme != Uri.UriSchemeHttps || !address.IsDefaultPort) return HostTrust.None;
        return exact.Contains(address.Host) || address.Host.EndsWith(".botframework.com", StringComparison.OrdinalIgnoreCase)
            ? HostTrust.WithToken
            : HostTrust.None;
    }

    /// <summary>
    /// The address as compared: scheme and host in lower case, at most one trailing slash removed. Null for what is no service URL.
    /// </summary>
    public static string? Normalize(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri)) return null;
        if (uri.Scheme is not ("https" or "http") || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            return null;
        if (serviceUrl.AsSpan().IndexOfAny('?', '#', '\\') >= 0) return null;
        var path = uri.AbsolutePath;
        return $"{uri.Scheme}://{uri.Host.ToLowerInvariant()}"
            + $"{(uri.IsDefaultPort ? "" : ":" + uri.Port.ToString(System.Globalization.CultureInfo.InvariantCulture))}"
            + (path.EndsWith('/') ? path[..^1] : path);
    }

    /// <summary>Whether the token's claim and the activity name the same place.</summary>
    public static bool AreSame(string? claim, string? activity) =>
        Normalize(claim) is { } left && Normalize(activity) is { } right && string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}

internal enum HostTrust
{
    /// <summary>Nothing is sent there and nothing said by it is believed.</summary>
    None,

    /// <summary>This machine in Development: messages, but never a token.</summary>
    WithoutToken,

    /// <summary>The service itself.</summary>
    WithToken,
}
