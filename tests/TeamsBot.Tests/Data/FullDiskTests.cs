using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using TeamsBot.Audit;
using TeamsBot.Data;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Tests.Data;

public sealed class FullDiskTests
{
    private const int Contexts = 40;

    private static readonly Actor Sato = new("tenant-1", "oid-sato", "29:sato", "佐藤 花子");

    /// <summary>
    /// More at once than contexts are kept: every kept connection meets the full disk, and every one works again afterwards.
    /// </summary>
    [SmallDiskFact]
    public async Task A_full_disk_ends_when_there_is_room_again_without_a_restart()
    {
        using var disk = new SmallDisk(megabytes: 24);
        await using var services = Services(Path.Combine(disk.Folder, "bot.db"));
        await services.GetRequiredService<BotDatabase>().PrepareAsync(default);
        (await SaveAsync(services, "before")).ShouldBe(Contexts);

        disk.Fill();
        for (var round = 0; round < 3; round++) (await SaveAsync(services, "meanwhile")).ShouldBeLessThan(Contexts);
        disk.Free();

        (await SaveAsync(services, "after")).ShouldBe(Contexts);
        await using var db = services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContext();
        (await db.AuditEntries.CountAsync(entry => entry.Action == "after")).ShouldBe(Contexts);
        (await AuditVerifier.VerifyAsync(db, null, default)).IsWhole.ShouldBeTrue();
        SqliteConnection.ClearAllPools();
    }

    /// <summary>As turns do: a context each, open at once, saved through the gate, given back whatever happened.</summary>
    private static async Task<int> SaveAsync(ServiceProvider services, string action)
    {
        var (saved, gate) = (0, services.GetRequiredService<CommitGate>());
        var scopes = Enumerable.Range(0, Contexts).Select(_ => services.CreateAsyncScope()).ToList();
        foreach (var scope in scopes)
        {
            try
            {
                var db = scope.ServiceProvider.GetRequiredService<BotDbContext>();
                scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(Sato, action, "test", new { text = new string('あ', 2000) });
                // A row past the tracker too, as every turn has: then the transaction is our own.
                db.Keep(InboxEntry.Of(Guid.NewGuid().ToString(), DateTimeOffset.UnixEpoch, new string('い', 2000)), isNew: true);
                await gate.SaveAsync(db, default);
                saved++;
            }
            catch (Exception problem) when (problem is DbUpdateException or SqliteException)
            {
                // The turn would be answered with the neutral sentence.
            }
        }

        foreach (var scope in scopes) await scope.DisposeAsync();
        return saved;
    }

    private static ServiceProvider Services(string file)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(
            new HostingEnvironment { ContentRootPath = Path.GetTempPath(), EnvironmentName = "Production" }
        );
        services.AddSingleton(TimeProvider.System);
        services.AddBotData(new ConfigurationBuilder().AddInMemoryCollection([new("Data:File", file)]).Build());
        services.AddAudit(new ConfigurationBuilder().Build());
        return services.BuildServiceProvider();
    }
}
