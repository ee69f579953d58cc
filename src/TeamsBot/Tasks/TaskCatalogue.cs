using TeamsBot.Packs.Reading;

namespace TeamsBot.Tasks;

/// <summary>The rows of the reminder catalogue that the program knows, read once from the table inside it.</summary>
internal sealed class TaskCatalogue
{
    private const string Resource = "TeamsBot.Tasks.catalogue.yaml";

    private readonly Dictionary<string, TaskRow> byKey;

    private TaskCatalogue(IReadOnlyList<TaskRow> rows) => byKey = rows.ToDictionary(row => row.Key, StringComparer.Ordinal);

    public IReadOnlyCollection<TaskRow> Rows => byKey.Values;

    public TaskRow Of(string key) => byKey[key];

    /// <exception cref="SettingsRefusedException">The table has mistakes; all of them at once.</exception>
    public static TaskCatalogue Load()
    {
        using var stream = typeof(TaskCatalogue).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is missing.");
        using var text = new StreamReader(stream);
        var problems = new ProblemList();
        var rows = YamlNodes.Read(text, Resource, problems) is { } map
            ? MapReader.Read(map, "", problems, from => from.Maps("tasks", TaskRow.Read))
            : [];
        return problems.All.Count == 0 ? new TaskCatalogue(rows) : throw new SettingsRefusedException(problems.All);
    }
}
