using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// Loads the keys when the program starts, without holding the start up, and renews them every 12 hours, give or take one so that many
/// instances do not ask together. After a failure it tries again sooner: after 10 s, doubling up to five minutes.
/// </summary>
internal sealed class SigningKeyRefresh(SigningKeys keys, IOptions<BotOptions> options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan FirstRetry = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastRetry = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.IsAnonymous) return;
        var retry = FirstRetry;
        while (!stoppingToken.IsCancellationRequested)
        {
            var before = time.GetUtcNow();
            await keys.RefreshAsync();
            var worked = keys.LoadedAt >= before;
            var wait = worked ? SigningKeys.RefreshInterval + (TimeSpan.FromHours(1) * ((Random.Shared.NextDouble() * 2) - 1)) : retry;
            retry = worked ? FirstRetry : TimeSpan.FromTicks(Math.Min(retry.Ticks * 2, LastRetry.Ticks));
            try
            {
                await Task.Delay(wait, time, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}

/// <summary>Ready only when tokens can be checked; degraded when the keys are overdue. An anonymous bot needs none.</summary>
internal sealed class SigningKeyHealth(SigningKeys keys, IOptions<BotOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            keys.State switch
            {
                _ when options.Value.IsAnonymous => HealthCheckResult.Healthy(),
                KeyState.Fresh => HealthCheckResult.Healthy(),
                KeyState.Stale => HealthCheckResult.Degraded("The service's signing keys are overdue for renewal."),
                _ => HealthCheckResult.Unhealthy("The service's signing keys could not be obtained."),
            }
        );
}
