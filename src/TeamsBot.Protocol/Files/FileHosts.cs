using Microsoft.Extensions.Options;

namespace TeamsBot.Protocol.Files;

/// <summary>
/// Where files of people are fetched from and copies put back to, always without the token (protocol.md 2.2, 5.3): SharePoint and OneDrive
/// over https, and what <see cref="BotOptions.FileHosts"/> adds. A loopback name counts in Development only.
/// </summary>
internal sealed class FileHosts(IOptions<BotOptions> options, ServiceHosts services)
{
    private static readonly string[] Known = ["sharepoint.com", "sharepoint.us", "svc.ms"];

    private readonly string[] hosts = [.. Known, .. options.Value.FileHosts];

    public bool Allows(Uri address)
    {
        if (!address.IsAbsoluteUri || address.UserInfo.Length > 0) return false;
        if (Loopback.IsName(address.Host)) return services.TrustOf(address) == HostTrust.WithoutToken;
        return address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && Array.Exists(hosts, host => IsOrIsBelow(address.Host, host));
    }

    private static bool IsOrIsBelow(string host, string known) => string.Equals(host, known, StringComparison.OrdinalIgnoreCase)
        || (host.Length > known.Length && host[^(known.Length + 1)] == '.' && host.EndsWith(known, StringComparison.OrdinalIgnoreCase));
}
