using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Protocol.Tests.Support;

namespace TeamsBot.Protocol.Tests;

/// <summary>The endpoint as a program opens it, over a real socket.</summary>
public sealed class BotProtocolFeatureTests
{
    [Fact]
    public async Task A_message_over_http_reaches_the_app_and_gets_202()
    {
        var turns = new List<ParsedTurn>();
        await using var app = Build("Development", (turn, _) =>
        {
            turns.Add(turn);
            return Task.FromResult(turn.Action is null ? null : InvokeResponses.For(Reply.Say("了解")));
        });
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        var message = Samples.Message("一覧");
        message["serviceUrl"] = app.Urls.First();
        (await client.PostAsJsonAsync("/api/messages", message)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        turns.Single().Text.ShouldBe("一覧");

        var press = Samples.Execute();
        press["serviceUrl"] = app.Urls.First();
        using var answer = await client.PostAsJsonAsync("/api/messages", press);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"了解"}"""
        );
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_get_405(string method)
    {
        await using var app = Build("Development", (_, _) => Task.FromResult<Schema.InvokeResponse?>(null));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/api/messages"))).StatusCode.ShouldBe(
            HttpStatusCode.MethodNotAllowed
        );
    }

    [Fact]
    public async Task A_body_of_unknown_length_is_cut_off_at_1_MiB()
    {
        await using var app = Build("Development", (_, _) => Task.FromResult<Schema.InvokeResponse?>(null));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var body = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', BotEndpoint.MaxBodyBytes + 1))));
        body.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        request.Headers.TransferEncodingChunked = true;
        (await client.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public void An_anonymous_bot_outside_development_does_not_start() =>
        Should
            .Throw<OptionsValidationException>(() => Build("Production", (_, _) => Task.FromResult<Schema.InvokeResponse?>(null)))
            .Message.ShouldContain("Bot:AppId is not set");

    private static WebApplication Build(string environment, TurnProcess process)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection([]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddBotProtocol(builder.Configuration, builder.Environment);
        var app = builder.Build();
        app.MapBot("/api/messages", process);
        return app;
    }
}
