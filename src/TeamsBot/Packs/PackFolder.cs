using TeamsBot.Checks.Context;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>The folder that holds one folder per organisation.</summary>
internal sealed class PackFolder(string path)
{
    public const string PolicyFile = "policy.yaml";
    public const string WordsFile = "words.yml";
    public const string PeopleFile = "people.yaml";

    public string Path { get; } = path;

    /// <summary>The packs there are, by name.</summary>
    public IReadOnlyList<string> Names => !Directory.Exists(Path)
        ? []
        : [.. Directory.EnumerateDirectories(Path).Where(folder => File.Exists(System.IO.Path.Combine(folder, PolicyFile))).Select(System.IO.Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>The path of a pack's file; the name must be one of <see cref="Names"/>, so that no path leads out of the folder.</summary>
    public string FileOf(string pack, string file) => System.IO.Path.Combine(Path, pack, file);

    /// <summary>Reads one pack.</summary>
    /// <exception cref="SettingsRefusedException">There is no such pack, or its policy cannot be used; all problems at once.</exception>
    public Pack Load(string name)
    {
        var problems = new ProblemList();
        var pack = TryLoad(name, problems);
        return problems.All.Count == 0 && pack is not null ? pack : throw new SettingsRefusedException(problems.All);
    }

    /// <summary>Reads one pack with its words, ready for the content checks.</summary>
    /// <exception cref="SettingsRefusedException">As <see cref="Load"/>, for both files.</exception>
    public (Pack Pack, PackChecks Checks) LoadForChecks(string name)
    {
        var problems = new ProblemList();
        var pack = TryLoad(name, problems);
        IReadOnlyList<Facility> facilities = pack is not null && File.Exists(FileOf(name, WordsFile)) && YamlNodes.Read(FileOf(name, WordsFile), problems) is { } words
            ? Facility.ReadAll(words, problems)
            : [];
        return problems.All.Count == 0 && pack is not null
            ? (pack, new PackChecks(pack, facilities, WordBook.Empty))
            : throw new SettingsRefusedException(problems.All);
    }

    /// <summary>Reads one pack and notes every problem; the result is not to be used when there is one.</summary>
    public Pack? TryLoad(string name, ProblemList problems)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
        {
            var known = Names.Count == 0 ? "-" : string.Join(", ", Names);
            problems.Add(
                new(Path, 0, 0), "Pack:Name", $"パック「{name}」が見つかりません。使えるパック: {known}", $"There is no pack '{name}'. Packs here: {known}");
            return null;
        }

        return YamlNodes.Read(FileOf(name, PolicyFile), problems) is { } policy ? PackReader.Read(policy, name, problems) : null;
    }
}
