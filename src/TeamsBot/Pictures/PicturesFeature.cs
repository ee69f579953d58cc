using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Pictures;

/// <summary>
/// Pictures that people send: fetched within limits, read and forgotten. What becomes of what was read is each feature's affair.
/// </summary>
internal static class PicturesFeature
{
    public static IServiceCollection AddPictures(this IServiceCollection services) =>
        services.AddSingleton<PictureReader>().AddScoped<CopyOffers>();

    /// <summary>A feature that has pictures.</summary>
    /// <param name="find">Finds the one an offer was about, if it is this person's.</param>
    public static IServiceCollection AddCopyOwner(
        this IServiceCollection services,
        string name,
        Func<IServiceProvider, ParsedTurn, string, CancellationToken, Task<CopySource?>> find
    ) => services.AddSingleton(CopyOffers.Owner(name, find));
}
