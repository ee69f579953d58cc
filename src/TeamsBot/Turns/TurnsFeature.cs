using TeamsBot.Conversations;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Turns;

internal static class TurnsFeature
{
    /// <summary>Each feature adds its routes here; the router is made once all have.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddSingleton<AwaitedFiles>().AddSingleton<TurnRoom>().AddSingleton<TurnPipeline>();
        services.AddScoped<PersonLanguage>().AddScoped<ListTops>();
        services.AddHostedService<InboxSweep>().AddHostedService<InterruptedFetches>();
        services.AddSingleton(provider =>
        {
            var router = new TurnRouter();
            foreach (var routes in provider.GetServices<TurnRoutes>()) routes.AddTo(router);
            return router;
        });
        return services;
    }

    /// <summary>Says which turns a feature handles.</summary>
    public static IServiceCollection AddRoutes(this IServiceCollection services, Action<TurnRouter> add) =>
        services.AddSingleton(new TurnRoutes(add));

    /// <summary>A handler class of a feature, made anew for each turn.</summary>
    public static TurnHandler To<T>(Func<T, ParsedTurn, CancellationToken, Task<Reply>> handle)
        where T : notnull =>
        (services, turn, cancellationToken) => handle(services.GetRequiredService<T>(), turn, cancellationToken);
}

/// <summary>One feature's contribution to the router.</summary>
internal sealed record TurnRoutes(Action<TurnRouter> AddTo);
