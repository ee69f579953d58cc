namespace TeamsBot.Outbox;

internal static class OutboxFeature
{
    /// <summary>
    /// What turns write with, and the loop that sends. Needs <c>AddBotData</c> and the protocol's <c>ConnectorClient</c>.
    /// </summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboxOptions>().Bind(configuration.GetSection("Outbox")).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<OutboxWriter>();
        services.AddSingleton<Arrivals>();
        services.AddSingleton<ConnectorHealth>();
        services.AddMetrics().AddSingleton<OutboxMeter>();
        services.AddSingleton<OutboxRound>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDispatcher>());
        return services;
    }
}
