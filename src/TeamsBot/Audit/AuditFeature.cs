namespace TeamsBot.Audit;

internal static class AuditFeature
{
    public static IServiceCollection AddAudit(this IServiceCollection services)
    {
        services.AddSingleton<CommitGate>();
        services.AddScoped<AuditTrail>();
        services.AddHostedService<AuditHeadNotice>();
        return services;
    }
}
