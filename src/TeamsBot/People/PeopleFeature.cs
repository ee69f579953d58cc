using TeamsBot.Packs;
using TeamsBot.Packs.Reading;

namespace TeamsBot.People;

/// <summary>
/// Registers the directory; a turn has one and the same throughout. Persons come from the configuration section <c>People</c> (<c>People:Persons:0:Id</c> …), else from the file
/// <c>People:File</c>, else from <c>people.yaml</c> of the pack, where the packs in the repository keep fictional people to try them with.
/// </summary>
internal static class PeopleFeature
{
    /// <exception cref="SettingsRefusedException">Nobody is entered, or what is entered has problems; all of them at once.</exception>
    public static PeopleDirectory AddPeople(this IServiceCollection services, IConfiguration configuration, Pack pack)
    {
        var directory = Load(configuration.GetSection("People"), pack, PacksFeature.FolderOf(configuration));
        services.AddSingleton(new CurrentPeople(directory)).AddHostedService<PeopleAtStart>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentPeople>().Now);
        return directory;
    }

    public static PeopleDirectory Load(IConfigurationSection section, Pack pack, PackFolder folder)
    {
        // Private use asks nobody: each person acts for themselves.
        if (pack.Mode == UseMode.Private) return new([], []);
        var problems = new ProblemList();
        var people = Source(section, pack, folder, problems) is { } source ? PeopleReader.Read(source, pack.Organisation.Sections, problems) : null;
        return problems.All.Count == 0 && people is not null ? people : throw new SettingsRefusedException(problems.All);
    }

    private static MapNode? Source(IConfigurationSection section, Pack pack, PackFolder folder, ProblemList problems)
    {
        if (section.GetSection("Persons").Exists() && ConfigurationNodes.Read(section) is MapNode configured)
            return configured with { Entries = [.. configured.Entries.Where(entry => entry.Key != "file")] };
        var file = section["File"] is { Length: > 0 } named ? Path.Combine(AppContext.BaseDirectory, named) : folder.FileOf(pack.Name, PackFolder.PeopleFile);
        if (File.Exists(file)) return YamlNodes.Read(file, problems);
        problems.Add(
            new(file, 0, 0), "People",
            "職員の登録がありません。appsettings.json の People セクションか、このファイルに、起案者・確認者・所属長を書いてください。",
            "Nobody is registered. Enter writers, reviewers and heads in the section People of appsettings.json or in this file.");
        return null;
    }
}
