namespace TeamsBot.Packs;

/// <summary>Which organisation this program serves. Section <c>Packs</c> names the folder, section <c>Pack</c> the one in use.</summary>
internal static class PacksFeature
{
    public const string DefaultPack = "sample";

    /// <summary>Reads the pack now, so that a wrong policy stops the start and not the first draft.</summary>
    /// <exception cref="Reading.SettingsRefusedException">The pack is missing or has problems.</exception>
    public static Pack AddPacks(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = FolderOf(configuration);
        var (pack, checks) = folder.LoadForChecks(NameIn(configuration));
        services.AddSingleton(folder);
        services.AddSingleton(pack);
        services.AddSingleton(checks);
        services.AddSingleton<ClauseNames>();
        return pack;
    }

    /// <summary><c>Pack:Name</c>, or the sample.</summary>
    public static string NameIn(IConfiguration configuration) => configuration["Pack:Name"] is { Length: > 0 } name ? name : DefaultPack;

    /// <summary>
    /// <c>Packs:Folder</c>, from the program's own folder where it is relative; <c>packs</c> beside the binary where it is not set.
    /// </summary>
    public static PackFolder FolderOf(IConfiguration configuration) =>
        new(Path.Combine(AppContext.BaseDirectory, configuration["Packs:Folder"] is { Length: > 0 } folder ? folder : "packs"));

    /// <summary>As named on the command line, from the working folder; else as the settings have it.</summary>
    public static PackFolder FolderOf(string? named, IConfiguration settings) =>
        named is null ? FolderOf(settings) : new(Path.GetFullPath(named));
}
