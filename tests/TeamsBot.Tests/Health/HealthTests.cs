using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TeamsBot.Data;
using TeamsBot.Hosting;
using TeamsBot.Outbox;
using TeamsBot.Protocol.Outbound;
using TeamsBot.Tests.Outbox;

namespace TeamsBot.Tests.Health;

public sealed class HealthTests : IAsyncLifetime
{
    private readonly TempDatabase database = new();
    private readonly FakeTime time = new();
    private WebApplication app = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["Data:File"] = database.File;
        builder.Configuration["Data:BusyTimeoutSeconds"] = "1";
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<SendThrottle>();
        builder.Services.AddSingleton(ConnectorClient.Over(new FakeConnector(), time, NullLogger<ConnectorClient>.Instance));
        builder.Services.AddBotData(builder.Configuration).AddOutbox(builder.Configuration).AddBotHealth();
        app = builder.Build();
        app.MapBotHealth();
        await app.StartAsync();
        var dispatcher = app.Services.GetRequiredService<OutboxDispatcher>();
        while (dispatcher.SinceLastRound is null) await Task.Yield();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        database.Dispose();
    }

    [Fact]
    public async Task A_bot_that_can_do_its_work_is_ready() =>
        (await AskAsync("/health/ready")).ShouldBe(
            (HttpStatusCode.OK, """{"status":"Healthy","checks":{"database":"Healthy","outbox":"Healthy"}}""")
        );

    [Fact]
    public async Task A_bot_whose_database_cannot_be_written_is_alive_and_not_ready()
    {
        await using var other = new SqliteConnection($"Data Source={database.File}");
        await other.OpenAsync();
        using var held = other.BeginTransaction();
        var (status, body) = await AskAsync("/health/ready");
        (status, JsonElement.Parse(body).GetProperty("checks").GetProperty("database").GetString()).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, "Unhealthy")
        );
        (await AskAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_bot_whose_outbox_has_stopped_is_not_ready()
    {
        await app.Services.GetRequiredService<OutboxDispatcher>().StopAsync(default);
        time.Advance(TimeSpan.FromHours(1));
        var (status, body) = await AskAsync("/health/ready");
        (status, JsonElement.Parse(body).GetProperty("checks").GetProperty("outbox").GetString()).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, "Unhealthy")
        );
    }

    private async Task<(HttpStatusCode Status, string Body)> AskAsync(string path)
    {
        using var response = await app.GetTestClient().GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
