namespace TeamsBot.OwnWords;

internal static class WordingFeature
{
    public static IServiceCollection AddWording(this IServiceCollection services) => services.AddSingleton<DeskWording>();
}
