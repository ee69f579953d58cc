using TeamsBot.Checks.Context;
using TeamsBot.Checks.WordBooks;
using TeamsBot.Guidelines;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Packs;

/// <summary>The folder that holds one folder per organisation.</summary>
internal sealed class PackFolder(string path)
{
    public const string PolicyFile = "policy.yaml";
    public const string WordsFile = "words.yml";
    public const string PeopleFile = "people.yaml";
    public const string RunbooksFile = "runbooks.yaml";
    public const string GuidelineFile = "guideline.yaml";

    public string Path { get; } = path;

    /// <summary>The packs there are, by name.</summary>
    public IReadOnlyList<string> Names =>
        !Directory.Exists(Path)
            ? []
            :
            [
                .. Directory
                    .EnumerateDirectories(Path)
                    .Where(folder => File.Exists(System.IO.Path.Combine(folder, PolicyFile)))
                    .Select(System.IO.Path.GetFileName)
                    .OfType<string>()
                    .Order(StringComparer.Ordinal),
            ];

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
        var (facilities, words) = pack is null ? ([], WordBook.Empty) : ReadWords(FileOf(name, WordsFile), problems);
        return problems.All.Count == 0 && pack is not null
            ? (pack, new PackChecks(pack, facilities, words))
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

        if (YamlNodes.Read(FileOf(name, PolicyFile), problems) is not { } policy) return null;
        var pack = PackReader.Read(policy, name, problems);
        return pack with { Runbooks = ReadRunbooks(pack, name, problems) };
    }

    /// <summary>A pack without the file has no steps of its own, and its cards say so.</summary>
    private IReadOnlyDictionary<TroubleKind, Runbook> ReadRunbooks(Pack pack, string name, ProblemList problems)
    {
        var (file, guideline) = (FileOf(name, RunbooksFile), FileOf(name, GuidelineFile));
        if (!File.Exists(file) || YamlNodes.Read(file, problems) is not { } map) return pack.Runbooks;
        var clauses = File.Exists(guideline) && YamlNodes.Read(guideline, problems) is { } read
            ? RunbookFile.ClauseIds(read)
            : new HashSet<string>();
        return RunbookFile.Read(map, pack.Desks, clauses, problems);
    }

    /// <summary>The facilities and the word book of one file; a pack without the file has neither.</summary>
    private static (IReadOnlyList<Facility> Facilities, WordBook Words) ReadWords(string file, ProblemList problems)
    {
        if (!File.Exists(file) || YamlNodes.Read(file, problems) is not { } map) return ([], WordBook.Empty);
        using var text = File.OpenText(file);
        var words = WordBookFile.Read(file, text);
        foreach (var problem in words.Problems)
            problems.Add(
                new(problem.File, (int)problem.Line, 1),
                problem.Field,
                problem.Message,
                "This part of the word book cannot be used; the Japanese text says why."
            );
        return (Facility.ReadAll(map, problems), words.Book);
    }
}
