using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using TeamsBot.Data;

namespace TeamsBot.Tests.Data;

/// <summary>
/// A turn finds a connection that is open and set up, with its compiled statements; nothing stays open behind a program that ended.
/// </summary>
public sealed class KeptConnectionTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task The_next_turn_finds_the_connection_of_the_last_open()
    {
        await using var services = await StartAsync();
        var opened = 0;
        SqliteConnection? first = null;
        for (var turn = 0; turn < 5; turn++)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            if (first is null) (first = connection).StateChange += (_, _) => opened++;
            connection.ShouldBeSameAs(first);
            await db.Database.BeginTransactionAsync();
            using var held = db.Query("PRAGMA synchronous");
            held.Read().ShouldBeTrue();
            held.GetInt64(0).ShouldBe(2, "FULL: a commit is on the disk before a turn answers");
        }

        opened.ShouldBe(0);
        first!.State.ShouldBe(ConnectionState.Open);
    }

    [Fact]
    public async Task What_a_turn_left_uncommitted_is_not_in_the_next()
    {
        await using var services = await StartAsync();
        for (var turn = 0; turn < 2; turn++)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
            db.Database.CurrentTransaction.ShouldBeNull();
            await db.Database.BeginTransactionAsync();
            using (var count = db.Query("SELECT count(*) FROM AuditHead"))
            {
                count.Read();
                count.GetInt64(0).ShouldBe(0);
            }

            db.Execute("INSERT INTO AuditHead (Id, Sequence, Hash, Version) VALUES (1, 1, 'x', 1)");
        }
    }

    [Fact]
    public async Task None_stays_open_behind_a_program_that_ended()
    {
        await using var services = await StartAsync();
        var factory = services.GetRequiredService<IDbContextFactory<BotDbContext>>();
        var contexts = Enumerable.Range(0, DataFeature.ContextsKept).Select(_ => factory.CreateDbContext()).ToList();
        var connections = contexts.Select(db => (SqliteConnection)db.Database.GetDbConnection()).ToList();
        foreach (var db in contexts) await db.Database.OpenConnectionAsync();
        foreach (var db in contexts) await db.DisposeAsync();
        connections.ShouldAllBe(connection => connection.State == ConnectionState.Open);
        await services.DisposeAsync();
        connections.ShouldAllBe(connection => connection.State == ConnectionState.Closed);
    }

    private async Task<ServiceProvider> StartAsync()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { ContentRootPath = folder.Path, EnvironmentName = "Production" });
        services.AddSingleton(TimeProvider.System);
        services.AddBotData(new ConfigurationBuilder().AddInMemoryCollection([new("Data:File", folder.File("bot.db"))]).Build());
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<BotDatabase>().PrepareAsync(default);
        return provider;
    }
}
