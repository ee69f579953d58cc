using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsBot.Data;

namespace TeamsBot.Hosting;

/// <summary>
/// Whether the database can be written: its files are there, none was found damaged, nobody else holds it, and its disk has room. Writes
/// nothing itself.
/// </summary>
internal sealed class DatabaseHealth(IDbContextFactory<BotDbContext> contexts, WriteGate gate, BotDatabase database, DatabaseWatch watch)
    : IHealthCheck
{
    /// <summary>Less, and a commit may soon fail.</summary>
    private const long NeededBytes = 64L * 1024 * 1024;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (watch.IsDamaged) return HealthCheckResult.Unhealthy("The database file is damaged.");
        using (await gate.EnterAsync(cancellationToken))
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            // What is thrown here is reported as unhealthy by the caller.
            await db.Database.ExecuteSqlRawAsync("BEGIN IMMEDIATE; ROLLBACK", cancellationToken);
        }

        var free = new DriveInfo(Path.GetDirectoryName(database.FilePath)!).AvailableFreeSpace;
        return free < NeededBytes ? HealthCheckResult.Unhealthy("The disk of the database is nearly full.") : HealthCheckResult.Healthy();
    }
}
