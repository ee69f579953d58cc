using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace TeamsBot.Guidelines.Clauses;

/// <summary>
/// What an organisation's pack says about its guideline, in our own words: every clause with its printed path and its gist in two
/// languages, so that the bot answers, also in English, before the document itself is loaded. It never holds the document's text.
/// </summary>
public sealed class PackGuideline
{
    public string Pack { get; set; } = "";

    public BothLanguages Title { get; set; } = new();

    /// <summary>As printed in the document, or null where it prints none.</summary>
    public string? Edition { get; set; }

    /// <summary>How people name the organisation in a question, in either language.</summary>
    public List<string> Names { get; set; } = [];

    /// <summary>
    /// Words that the organisation's document contains all of, and no other document does: how a loaded file is recognised.
    /// </summary>
    public List<string> Recognise { get; set; } = [];

    /// <summary>Whom to ask what the guideline does not say; null where the guideline names nobody.</summary>
    public DeskContact? Desk { get; set; }

    /// <summary>Clauses about matters a guideline leaves to somebody; cited with "not set by this guideline".</summary>
    public List<string> Uncovered { get; set; } = [];

    /// <summary>
    /// Texts the guideline names without containing them, as a question may name them; asked for their wording, the bot says they are not
    /// loaded.
    /// </summary>
    public List<string> Unloaded { get; set; } = [];

    public List<ClauseRow> Clauses { get; set; } = [];

    /// <exception cref="InvalidDataException">The file is not such a guideline; the message names the file and the line.</exception>
    public static PackGuideline Load(string path)
    {
        try
        {
            using var text = File.OpenText(path);
            var guideline = new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .Build()
                .Deserialize<PackGuideline>(text)
                ?? throw new InvalidDataException($"{path}(1): the file is empty");
            foreach (var twice in guideline.Clauses.GroupBy(clause => clause.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
                throw new InvalidDataException($"{path}: clause {twice.Key} stands there twice");
            return guideline;
        }
        catch (YamlException wrong)
        {
            throw new InvalidDataException($"{path}({wrong.Start.Line}): {wrong.InnerException?.Message ?? wrong.Message}", wrong);
        }
    }

    /// <summary>Every pack below a folder that has a guideline.yaml, in the order of their names.</summary>
    public static IReadOnlyList<PackGuideline> LoadAll(string packsFolder) =>
        [
            .. Directory
                .EnumerateDirectories(packsFolder)
                .Order(StringComparer.Ordinal)
                .Select(pack => Path.Combine(pack, "guideline.yaml"))
                .Where(File.Exists)
                .Select(Load),
        ];
}

/// <summary>One clause: its id, where it is printed, and what it says in our words.</summary>
public sealed class ClauseRow
{
    public string Id { get; set; } = "";

    /// <summary>The printed path, with the sentence where a clause is one of several.</summary>
    public string Clause { get; set; } = "";

    /// <summary>The path of the passage it is printed in, where that differs from <see cref="Clause"/>.</summary>
    public string? At { get; set; }

    public BothLanguages Gist { get; set; } = new();

    /// <summary>A natural question that this clause answers; shown as a related question and searched.</summary>
    public BothLanguages Ask { get; set; } = new();

    public List<string> Topics { get; set; } = [];

    public string? Parent { get; set; }

    /// <summary>
    /// Clauses that have to be read with this one: the exception to a rule, the second half of an aim. They are cited next.
    /// </summary>
    public List<string> See { get; set; } = [];

    [YamlIgnore]
    public string PassagePath => At ?? Clause;
}

public sealed class BothLanguages
{
    public string Ja { get; set; } = "";

    public string En { get; set; } = "";

    public string In(AnswerLanguage language) => language == AnswerLanguage.En && En.Length > 0 ? En : Ja;
}

public sealed class DeskContact
{
    public string Ja { get; set; } = "";

    public string En { get; set; } = "";

    public string? Phone { get; set; }
}
