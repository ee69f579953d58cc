using Microsoft.Extensions.Options;
using TeamsBot.Graph;
using TeamsBot.Packs;
using TeamsBot.Packs.Reading;
using TeamsBot.Protocol;
using TeamsBot.Protocol.Outbound;

namespace TeamsBot.People;

/// <summary>
/// Registers the directory; a turn has one and the same throughout. Persons come from the configuration section <c>People</c>
/// (<c>People:Persons:0:Id</c> …), else from the file <c>People:File</c>, else from <c>people.yaml</c> of the pack, where the packs in the
/// repository keep fictional people to try them with; with <c>People:Source</c> = <c>Graph</c> from Microsoft Graph, whose client is not
/// loaded otherwise.
/// </summary>
internal static class PeopleFeature
{
    private const string Section = "People";

    private static readonly Words<bool> Sources = new(
        ("File", false, "ファイル", "file"), ("Graph", true, "Microsoft Graph", "Microsoft Graph"));

    /// <summary>Returns the people that are known before anything is served.</summary>
    /// <exception cref="SettingsRefusedException">Nobody is entered, or what is entered has problems; all of them at once.</exception>
    public static PeopleDirectory AddPeople(this IServiceCollection services, IConfiguration configuration, Pack pack)
    {
        var section = configuration.GetSection(Section);
        var options = pack.Mode == UseMode.Private ? null : GraphOf(section);
        var directory = options is null ? Load(section, pack, PacksFeature.FolderOf(configuration)) : new PeopleDirectory([], []);
        services.AddSingleton(new GraphState(options)).AddSingleton(new CurrentPeople(directory)).AddHostedService<PeopleAtStart>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentPeople>().Now);
        if (options is null) return directory;
        RefuseWithoutCredential(configuration, options);
        services.AddSingleton(options).AddSingleton(provider => ReaderOf(provider, options));
        services.AddHealthChecks().AddCheck<PeopleHealth>(PeopleHealth.Name, tags: ["ready"]);
        return directory;
    }

    public static PeopleDirectory Load(IConfigurationSection section, Pack pack, PackFolder folder)
    {
        // Private use asks nobody: each person acts for themselves.
        if (pack.Mode == UseMode.Private) return new([], []);
        var problems = new ProblemList();
        var people = Source(section, pack, folder, problems) is { } source
            ? PeopleReader.Read(source, pack.Organisation.Sections, problems)
            : null;
        return problems.All.Count == 0 && people is not null ? people : throw new SettingsRefusedException(problems.All);
    }

    /// <summary>How people are read from Graph, or null where they are not.</summary>
    /// <exception cref="SettingsRefusedException">The source is none, or the settings for Graph have problems.</exception>
    public static GraphOptions? GraphOf(IConfigurationSection section)
    {
        if (section["Source"] is null) return null;
        var problems = new ProblemList();
        var options = ConfigurationNodes.Read(section) is MapNode map
            ? MapReader.Read(Only(map, "source", "graph", "deputies"), Section, problems, from =>
        {
            var isGraph = from.Word("source", Sources);
            var deputies = from.Maps("deputies", Deputy.Read);
            // Read in either case, so that a mistake in it is found before it is switched on.
            var graph = from.OptionalMap("graph", inner => GraphOptions.Read(inner, deputies));
            if (isGraph && graph is null) from.Refuse("source", "People:Graph:Groups に、グループと役割を書いてください。",
                "State groups and roles in People:Graph:Groups.");
            return isGraph ? graph : null;
        }) : null;
        return problems.All.Count == 0 ? options : throw new SettingsRefusedException(problems.All);
    }

    private static void RefuseWithoutCredential(IConfiguration configuration, GraphOptions options)
    {
        if (options.Url is { IsLoopback: true }) return;
        if (configuration["Bot:Credential:Kind"] is { Length: > 0 } and not nameof(CredentialKind.None)) return;
        throw new SettingsRefusedException([new(
            new("Bot:Credential:Kind", 0, 0), "Bot:Credential", "職員をMicrosoft Graphから読み込むには、ボットの資格情報（Bot:Credential）が要ります。",
            "Reading people from Microsoft Graph needs the bot's credential (Bot:Credential).")]);
    }

    private static GraphReader ReaderOf(IServiceProvider provider, GraphOptions options)
    {
        var bot = provider.GetRequiredService<IOptions<BotOptions>>().Value;
        var address = options.AddressIn(bot.Cloud);
        var credential = address.IsLoopback ? null : provider.GetRequiredService<CredentialFactory>()(bot);
        var wire = new SocketsHttpHandler
        {
            AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseProxy = !address.IsLoopback,
        };
        return new(new(address, $"{address.GetLeftPart(UriPartial.Authority)}/.default", credential, options.GroupIds), wire,
            provider.GetRequiredService<TimeProvider>());
    }

    private static MapNode? Source(IConfigurationSection section, Pack pack, PackFolder folder, ProblemList problems)
    {
        if (section.GetSection("Persons").Exists() && ConfigurationNodes.Read(section) is MapNode configured)
            return configured with { Entries = [.. configured.Entries.Where(entry => entry.Key is not ("file" or "source" or "graph"))] };
        var file = section["File"] is { Length: > 0 } named
            ? Path.Combine(AppContext.BaseDirectory, named)
            : folder.FileOf(pack.Name, PackFolder.PeopleFile);
        if (File.Exists(file)) return YamlNodes.Read(file, problems);
        problems.Add(
            new(file, 0, 0), "People",
            "職員の登録がありません。appsettings.json の People セクションか、このファイルに、起案者・確認者・所属長を書いてください。",
            "Nobody is registered. Enter writers, reviewers and heads in the section People of appsettings.json or in this file.");
        return null;
    }

    private static MapNode Only(MapNode map, params string[] keys) =>
        map with { Entries = [.. map.Entries.Where(entry => keys.Contains(entry.Key))] };
}
