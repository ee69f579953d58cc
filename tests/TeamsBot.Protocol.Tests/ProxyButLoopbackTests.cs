using System.Net;

namespace TeamsBot.Protocol.Tests;

public sealed class ProxyButLoopbackTests
{
    [Theory]
    [InlineData("http://localhost:3978/")]
    [InlineData("http://127.0.0.1:3978/")]
    [InlineData("http://[::1]:3978/")]
    public void This_machine_is_reached_directly_whatever_proxy_is_set(string address)
    {
        var proxy = new ProxyButLoopback(new WebProxy("http://proxy.example:8080"));
        proxy.IsBypassed(new Uri(address)).ShouldBeTrue();
        proxy.GetProxy(new Uri(address)).ShouldBeNull();
        proxy.IsBypassed(new Uri("https://smba.trafficmanager.net/")).ShouldBeFalse();
        proxy.GetProxy(new Uri("https://smba.trafficmanager.net/")).ShouldBe(new Uri("http://proxy.example:8080"));
    }
}
