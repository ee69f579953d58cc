using TeamsBot.Protocol.Schema;
using TeamsBot.Turns;

namespace TeamsBot.Pictures;

/// <summary>
/// Pictures that people send: fetched within limits, read and forgotten. What becomes of what was read is each feature's affair.
/// </summary>
internal static class PicturesFeature
{
    public static IServiceCollection AddPictures(this IServiceCollection services) => services
        .AddSingleton<PictureReader>()
        .AddScoped<CopyOffers>()
        .AddRoutes(router => router.OnInvoke(InvokeNames.FileConsent, (provider, turn, cancellationToken) =>
            provider.GetRequiredService<CopyOffers>().HandleConsent(provider, turn, cancellationToken)));
}
