namespace TeamsBot.Outbox;

internal static class OutboxFeature
{
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddScoped<OutboxWriter>();
        return services;
    }
}
