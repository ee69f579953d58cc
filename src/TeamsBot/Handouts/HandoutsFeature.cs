using TeamsBot.Protocol.Schema;
using TeamsBot.Turns;

namespace TeamsBot.Handouts;

/// <summary>Files that the bot gives to people. What is in them is each feature's affair.</summary>
internal static class HandoutsFeature
{
    public static IServiceCollection AddHandouts(this IServiceCollection services) => services
        .AddScoped<FileOffers>()
        .AddRoutes(router => router.OnInvoke(InvokeNames.FileConsent, (provider, turn, cancellationToken) =>
            provider.GetRequiredService<FileOffers>().HandleConsent(provider, turn, cancellationToken)));
}
