using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TeamsBot.LocalTeams.Tests.Hosting;

namespace TeamsBot.LocalTeams.Tests;

/// <summary>Nobody but this machine, and on this machine no web page from elsewhere, reaches the stand-in.</summary>
public sealed class GuardTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", null, null)]
    [InlineData("127.0.0.9", "127.0.0.1", null, null)]
    [InlineData("::1", "[::1]:3978", null, null)]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST", null, null)]
    [InlineData(null, "localhost", null, null)]
    [InlineData("192.0.2.7", "localhost", null, 404)]
    [InlineData("::ffff:192.0.2.7", "localhost", null, 404)]
    [InlineData("127.0.0.1", "attacker.example", null, 404)]
    [InlineData("127.0.0.1", "localhost.attacker.example", null, 404)]
    [InlineData("127.0.0.1", "192.0.2.7", null, 404)]
    [InlineData("127.0.0.1", "", null, 404)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-For", 404)]
    [InlineData("127.0.0.1", "localhost", "Forwarded", 404)]
    [InlineData("127.0.0.1", "localhost", "X-Forwarded-Host", 404)]
    [InlineData("127.0.0.1", "localhost", "X-Real-IP", 404)]
    public void Only_this_machine_by_a_loopback_name_passes(string? remote, string host, string? header, int? status)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = remote is null ? null : IPAddress.Parse(remote);
        http.Request.Host = new(host);
        if (header is not null) http.Request.Headers[header] = "x";
        LocalTeamsGuard.RefuseRemote(http.Request).ShouldBe(status);
    }

    [Fact]
    public async Task Every_endpoint_refuses_a_foreign_caller_before_reading_anything()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Services.AddLocalTeams(builder.Environment, LocalTeamsHost.FillIn);
        await using var app = builder.Build();
        app.MapLocalTeams();

        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        endpoints.Count.ShouldBe(22);
        foreach (var endpoint in endpoints)
        {
            var http = new DefaultHttpContext { RequestServices = app.Services };
            http.Connection.RemoteIpAddress = IPAddress.Parse("192.0.2.7");
            http.Request.Host = new("localhost");
            http.Request.Body = new UnreadableStream();
            await endpoint.RequestDelegate!(http);
            http.Response.StatusCode.ShouldBe(404, endpoint.RoutePattern.RawText);
        }
    }

    [Theory]
    [InlineData("own", HttpStatusCode.OK)]
    [InlineData(null, HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("https://attacker.example", HttpStatusCode.Forbidden)]
    public async Task The_pages_own_requests_need_its_own_origin(string? origin, HttpStatusCode status)
    {
        await using var host = await LocalTeamsHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/page/messages")
        {
            Content = JsonContent.Create(new { @as = "sato", chatId = host.Clients.Of("sato").Chat.Id, text = "こんにちは" }),
        };
        if (origin is not null) request.Headers.Add("Origin", origin == "own" ? host.Address.GetLeftPart(UriPartial.Authority) : origin);
        using var response = await host.Http.SendAsync(request);
        response.StatusCode.ShouldBe(status);
        host.Bot.Received.Count.ShouldBe(status == HttpStatusCode.OK ? 1 : 0);
    }

    [Theory]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_web_page_cannot_write_as_the_bot(string header, string value)
    {
        await using var host = await LocalTeamsHost.StartAsync();
        var chat = host.Clients.Of("sato").Chat;
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            $"/local/connector/v3/conversations/{Uri.EscapeDataString(chat.Id)}/activities"
        )
        {
            Content = new StringContent("""{ "type": "message", "text": "にせもの" }"""),
        };
        request.Headers.Add(header, value);
        using var response = await host.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        chat.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Test")]
    public async Task Outside_development_it_cannot_be_switched_on(string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        Should.Throw<InvalidOperationException>(() => builder.Services.AddLocalTeams(builder.Environment, LocalTeamsHost.FillIn));

        // Nor by pretending at registration.
        builder.Services.AddLocalTeams(new PretendedDevelopment(), LocalTeamsHost.FillIn);
        await using var app = builder.Build();
        Should.Throw<InvalidOperationException>(() => app.MapLocalTeams());
    }

    [Fact]
    public void Two_people_with_one_key_or_nobody_at_all_stop_the_start()
    {
        foreach (var (people, words) in new (Persona[], string)[]
        {
            ([], "at least one person"),
            ([new() { Key = "a", ObjectId = "1", Name = "甲" }, new() { Key = "A", ObjectId = "2", Name = "乙" }], "the same key"),
            ([new() { Key = "a", ObjectId = "1", Name = "甲" }, new() { Key = "b", ObjectId = "1", Name = "乙" }], "the same object id"),
        })
        {
            var services = new ServiceCollection();
            services.AddLocalTeams(new PretendedDevelopment(), options =>
            {
                foreach (var person in people) options.People.Add(person);
            });
            using var provider = services.BuildServiceProvider();
            Should
                .Throw<OptionsValidationException>(() => provider.GetRequiredService<IOptions<LocalTeamsOptions>>().Value)
                .Message.ShouldContain(words);
        }
    }

    private sealed class PretendedDevelopment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Development";
        public string ApplicationName { get; set; } = "x";
        public string ContentRootPath { get; set; } = "/";
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } =
            new Microsoft.Extensions.FileProviders.NullFileProvider();
    }

    private sealed class UnreadableStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("The body was read.");
    }
}
