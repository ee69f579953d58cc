namespace TeamsBot.Audit;

internal static class AuditFeature
{
    public static IServiceCollection AddAudit(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AuditOptions>().Bind(configuration.GetSection("Audit"))
            .Validate(options => options.KeptMail.IsComplete, KeptMailOptions.Help)
            .ValidateOnStart();
        services.AddSingleton<CommitGate>();
        services.AddScoped<AuditTrail>();
        services.AddHostedService<AuditHeadNotice>();
        return services;
    }
}
