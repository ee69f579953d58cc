using System.Net;

namespace TeamsBot.Protocol;

/// <summary>
/// What counts as this machine. Only the literal names: a name that merely resolves to it can be made to resolve elsewhere.
/// </summary>
internal static class Loopback
{
    public static bool IsName(string host) => string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.AsSpan().Trim("[]"), out var address) && IPAddress.IsLoopback(address));

    /// <summary>An unknown address is not loopback: a socket file may be a proxy's.</summary>
    public static bool IsAddress(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
