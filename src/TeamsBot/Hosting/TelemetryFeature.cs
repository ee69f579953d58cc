using OpenTelemetry.Metrics;

namespace TeamsBot.Hosting;

/// <summary>
/// Carries the figures away by OpenTelemetry's protocol where an endpoint is configured under its usual name
/// (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>; protocol, headers, interval and service name likewise, read by the exporter itself). Without it
/// nothing of OpenTelemetry is loaded, and the figures cost next to nothing.
/// </summary>
internal static class TelemetryFeature
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The program's own meters, and what .NET counts of requests, connections and memory.</summary>
    private static readonly string[] Meters = ["TeamsBot.*", "Microsoft.AspNetCore.Hosting", "System.Net.Http", "System.Runtime"];

    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (!string.IsNullOrWhiteSpace(configuration[Endpoint])) AddExporter(services);
        return services;
    }

    private static void AddExporter(IServiceCollection services) => services.AddOpenTelemetry()
        .WithMetrics(metrics => metrics.AddMeter(Meters).AddOtlpExporter());
}
