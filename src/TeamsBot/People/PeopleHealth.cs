using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TeamsBot.People;

/// <summary>
/// Whether the bot knows the organisation's people. While Graph is away it works with those it read last and is degraded, not unready; only
/// a bot that never read anybody can do nothing for anybody.
/// </summary>
internal sealed class PeopleHealth(GraphState graph) : IHealthCheck
{
    public const string Name = "people";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(graph.Now switch
    {
        { ReadAt: null } => HealthCheckResult.Unhealthy("No people were read from Microsoft Graph yet."),
        { Trouble: { } trouble } => HealthCheckResult.Degraded($"Microsoft Graph: {trouble}; the people read last are in force."),
        _ => HealthCheckResult.Healthy(),
    });
}
