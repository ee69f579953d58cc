using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Protocol.Schema;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests.Inbound;

/// <summary>Without an app id the bot believes this machine, in Development, and nobody else.</summary>
public sealed class AnonymousTests : IDisposable
{
    private const string Local = "http://127.0.0.1:56150/_connector";

    private readonly BotHost bot = new([], "Development");

    public void Dispose() => bot.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task A_program_on_this_machine_needs_no_token(string address)
    {
        (await PostAsync(context => context.Connection.RemoteIpAddress = IPAddress.Parse(address))).ShouldBe(202);
        bot.Turns.Single().Conversation.ServiceUrl.ShouldBe(Local);
    }

    [Theory]
    [InlineData("192.168.1.5")]
    [InlineData("10.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData(null)]
    public async Task A_program_elsewhere_is_refused(string? address) =>
        (await PostAsync(context => context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address))).ShouldBe(403);

    [Theory]
    [InlineData("X-Forwarded-For")]
    [InlineData("Forwarded")]
    [InlineData("Via")]
    [InlineData("X-Real-IP")]
    public async Task What_a_tunnel_or_proxy_passed_on_is_refused(string header) =>
        (await PostAsync(context => context.Request.Headers[header] = "203.0.113.5")).ShouldBe(403);

    [Fact]
    public async Task A_web_page_cannot_reach_it_by_another_name_or_without_asking()
    {
        (await PostAsync(context => context.Request.Host = new HostString("rebound.example", 3978))).ShouldBe(403);
        (await PostAsync(context => context.Request.ContentType = "text/plain")).ShouldBe(415);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/teams/", false)]
    [InlineData("http://192.168.1.5/", false)]
    [InlineData("http://localhost.evil.example/", false)]
    [InlineData("ftp://localhost/", false)]
    [InlineData("http://localhost:3978/local", true)]
    [InlineData("http://[::1]:3978/local", true)]
    public async Task Only_service_urls_on_this_machine_are_believed(string serviceUrl, bool accepted) =>
        (await PostAsync(_ => { }, serviceUrl)).ShouldBe(accepted ? 202 : 403);

    [Fact]
    public async Task What_is_sent_to_this_machine_carries_no_token()
    {
        var to = new ConversationReference(Local, "a:1", Samples.TenantId, "28:bot");
        (await bot.Get<ConnectorClient>().SendAsync(to, new Activity { Type = "message", Text = "x" }, default)).IsOk.ShouldBeTrue();
        bot.Connector.Requests.Single().Token.ShouldBeNull();
        var abroad = to with { ServiceUrl = "https://smba.trafficmanager.net/teams/" };
        (await bot.Get<ConnectorClient>().SendAsync(abroad, new Activity { Type = "message", Text = "x" }, default)).Failure!.Code.ShouldBe(
            "HostNotAllowed"
        );
        bot.Connector.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_start_says_it_loudly()
    {
        foreach (var service in bot.Get<IEnumerable<IHostedService>>()) await service.StartAsync(default);
        bot.Logs.Lines.ShouldContain(line => line.Id == 1000 && line.Text.Contains("ANONYMOUS", StringComparison.Ordinal));
        bot.Signing.Requests.ShouldBeEmpty();
    }

    private async Task<int> PostAsync(Action<HttpContext> prepare, string serviceUrl = Local)
    {
        var activity = Samples.Message();
        activity["serviceUrl"] = serviceUrl;
        return (await bot.PostAsync(Encoding.UTF8.GetBytes(activity.ToJsonString()), prepare)).Status;
    }
}
