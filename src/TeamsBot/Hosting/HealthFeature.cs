using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace TeamsBot.Hosting;

/// <summary>
/// Two questions of whoever watches the process. <c>/health/live</c>: does it answer at all; otherwise restart it. <c>/health/ready</c>:
/// can it do its work, that is database, outbox and (where tokens are checked) signing keys; otherwise send nothing there yet. Names and
/// states only.
/// </summary>
internal static class HealthFeature
{
    /// <summary>Checks with this tag decide about readiness; another part adds its own.</summary>
    public const string Ready = "ready";

    public static IServiceCollection AddBotHealth(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready], timeout: TimeSpan.FromSeconds(10))
            .AddCheck<OutboxHealth>("outbox", tags: [Ready]);
        return services;
    }

    public static IEndpointRouteBuilder MapBotHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = WriteAsync });
        endpoints.MapHealthChecks(
            "/health/ready",
            new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready), ResponseWriter = WriteAsync }
        );
        return endpoints;
    }

    /// <summary>For example <c>{"status":"Unhealthy","checks":{"database":"Healthy","outbox":"Unhealthy"}}</c>.</summary>
    private static Task WriteAsync(HttpContext http, HealthReport report) => http.Response.WriteAsJsonAsync(
        new { status = $"{report.Status}", checks = report.Entries.ToDictionary(entry => entry.Key, entry => $"{entry.Value.Status}") });
}
