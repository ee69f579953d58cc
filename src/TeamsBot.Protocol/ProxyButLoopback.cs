using System.Net;

namespace TeamsBot.Protocol;

/// <summary>
/// The proxy the environment names, except for this machine: .NET would send a developer's drafts for <c>localhost</c> to the
/// organisation's proxy as well, which cannot deliver them.
/// </summary>
internal sealed class ProxyButLoopback(IWebProxy environment) : IWebProxy
{
    public ICredentials? Credentials
    {
        get => environment.Credentials;
        set => environment.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) => Loopback.IsName(destination.Host) ? null : environment.GetProxy(destination);

    public bool IsBypassed(Uri host) => Loopback.IsName(host.Host) || environment.IsBypassed(host);
}
