using System.Text.RegularExpressions;

namespace TeamsBot.Commands;

/// <summary>How far the tests prove a clause; the highest of its tags counts.</summary>
internal enum ClauseState
{
    None,
    Cited,
    Rule,
    Played,
}

/// <summary>The tags <c>[Clause]</c>, <c>[RuleOf]</c> and <c>[Cites]</c> of a folder of test sources.</summary>
internal sealed partial class ClauseTags
{
    private readonly Dictionary<string, (ClauseState State, string File)> tags = new(StringComparer.Ordinal);

    public IEnumerable<(string Id, string File)> All => tags.Select(tag => (tag.Key, tag.Value.File));

    public ClauseState StateOf(string id) => tags.TryGetValue(id, out var tag) ? tag.State : ClauseState.None;

    public static string Word(ClauseState state) => state.ToString().ToLowerInvariant();

    public static async Task<ClauseTags> InAsync(DirectoryInfo folder, CancellationToken cancellationToken)
    {
        var found = new ClauseTags();
        foreach (
            var file in folder.EnumerateFiles("*.cs", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal)
        )
        {
            foreach (var (state, id) in In(await File.ReadAllTextAsync(file.FullName, cancellationToken)))
            {
                if (found.StateOf(id) < state) found.tags[id] = (state, file.Name);
            }
        }

        return found;
    }

    /// <summary>The ids of every tag in a source file, also of tags with several ids over several lines.</summary>
    internal static IEnumerable<(ClauseState State, string Id)> In(string source) =>
        from tag in Tag().Matches(source)
        let state = tag.Groups["name"].Value switch { "Clause" => ClauseState.Played, "RuleOf" => ClauseState.Rule, _ => ClauseState.Cited }
        from id in Id().Matches(tag.Groups["ids"].Value)
        select (state, id.Groups["id"].Value);

    [GeneratedRegex(
        @"\[(?:[A-Za-z]+(?:\([^)]*\))?,\s*)*(?<name>Clause|RuleOf|Cites)\((?<ids>[^)]*)\)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tag();

    [GeneratedRegex(
        "\"(?<id>[a-z][a-z0-9]*(-[a-z0-9]+)+)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000
    )]
    private static partial Regex Id();
}
