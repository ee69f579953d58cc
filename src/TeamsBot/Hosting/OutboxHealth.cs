using Microsoft.Extensions.Diagnostics.HealthChecks;
using TeamsBot.Outbox;

namespace TeamsBot.Hosting;

/// <summary>
/// Whether the loop that sends is alive. What it could not deliver does not make the bot unready; that is the admin list's business.
/// </summary>
internal sealed class OutboxHealth(OutboxDispatcher dispatcher) : IHealthCheck
{
    private const int MissedLooks = 3;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var isAlive = dispatcher.SinceLastRound < dispatcher.LooksAtLeastEvery * MissedLooks;
        return Task.FromResult(isAlive ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The outbox is not being sent."));
    }
}
