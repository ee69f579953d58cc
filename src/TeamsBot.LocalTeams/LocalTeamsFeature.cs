using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using TeamsBot.LocalTeams.Bot;
using TeamsBot.LocalTeams.Connector;
using TeamsBot.LocalTeams.Files;
using TeamsBot.LocalTeams.Page;

namespace TeamsBot.LocalTeams;

/// <summary>Switches the local Teams on. It has no sign-in at all, so both halves refuse any environment but Development.</summary>
public static class LocalTeamsFeature
{
    /// <param name="configure">Fills in the people and the bot; at least one person is needed.</param>
    /// <exception cref="InvalidOperationException">The environment is not Development.</exception>
    public static IServiceCollection AddLocalTeams(
        this IServiceCollection services,
        IHostEnvironment environment,
        Action<LocalTeamsOptions> configure
    )
    {
        OnlyInDevelopment(environment);
        services
            .AddOptions<LocalTeamsOptions>()
            .Configure(configure)
            .ValidateDataAnnotations()
            .Validate(options => AreDistinct(options.People.Select(person => person.Key)), "Two people of LocalTeams have the same key.")
            .Validate(
                options => AreDistinct(options.People.Select(person => person.ObjectId)),
                "Two people of LocalTeams have the same object id."
            )
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LocalTenant>();
        services.AddSingleton<ConnectorFaults>();
        services.AddSingleton<LocalAddresses>();
        services.AddSingleton<ConnectorGate>();
        services.AddSingleton<Deliveries>();
        services.AddSingleton<NewConversations>();
        services.AddSingleton<Rosters>();
        services.AddSingleton<FileShelf>();
        services.AddSingleton<FileAttachments>();
        services.AddSingleton<ActivityComposer>();
        services.AddSingleton<BotCaller>();
        services.AddSingleton(provider => new TeamsClients(
            provider.GetRequiredService<LocalTenant>(),
            provider.GetRequiredService<ActivityComposer>(),
            provider.GetRequiredService<BotCaller>(),
            provider.GetRequiredService<FileAttachments>()
        ));
        services.AddSingleton<FirstOpening>();
        services.AddSingleton<PageState>();
        services.AddHttpClient(BotCaller.ClientName).RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        return services;
    }

    /// <summary>The page at <c>/</c>; its files, its requests and the connector below <paramref name="prefix"/>.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development.</exception>
    public static IEndpointRouteBuilder MapLocalTeams(this IEndpointRouteBuilder app, string prefix = "/local")
    {
        OnlyInDevelopment(app.ServiceProvider.GetRequiredService<IHostEnvironment>());
        app.ServiceProvider.GetRequiredService<LocalAddresses>().Prefix = prefix;
        var everything = app.MapGroup("").Guarded(LocalTeamsGuard.RefuseRemote).ExcludeFromDescription();
        PageFiles.Map(everything, prefix);
        PageEndpoints.Map(everything.MapGroup(prefix + "/page").Guarded(LocalTeamsGuard.RefuseForeignPages));
        ConnectorEndpoints.Map(everything.MapGroup(prefix + "/connector/v3").Guarded(LocalTeamsGuard.RefuseBrowsers));
        DriveEndpoints.Map(everything.MapGroup(prefix + "/drive").Guarded(LocalTeamsGuard.RefuseBrowsers));
        return app;
    }

    private static void OnlyInDevelopment(IHostEnvironment environment)
    {
        if (!environment.IsDevelopment())
            throw new InvalidOperationException("The local Teams has no sign-in; it exists in the Development environment only.");
    }

    private static bool AreDistinct(IEnumerable<string> values) =>
        values.GroupBy(value => value, StringComparer.OrdinalIgnoreCase).All(group => group.Count() == 1);
}
