using System.CommandLine;
using System.Text.RegularExpressions;

namespace TeamsBot.Commands;

/// <summary>
/// <c>clauses</c>: which clauses of the register no test proves. It reads test sources for <c>[Clause("…")]</c>; whether a tagged test deserves
/// its tag is for a reader to judge.
/// </summary>
internal static partial class ClausesCommand
{
    public static Command Create(CliStreams streams)
    {
        var register = new Argument<FileInfo>("register") { Description = "条項の一覧（clauses.tsv）。1列目が条項番号 / The clause register; its first column is the clause id" };
        var tests = new Option<DirectoryInfo>("--tests") { Description = "テストのフォルダー / The folder of the tests", Required = true };
        var command = new Command("clauses", "まだテストのない条項を並べます。 / Lists the clauses that no test proves.") { register, tests };
        command.SetAction((parsed, cancellationToken) => ListAsync(parsed.GetRequiredValue(register), parsed.GetRequiredValue(tests), streams, cancellationToken));
        return command;
    }

    private static async Task<int> ListAsync(FileInfo register, DirectoryInfo tests, CliStreams streams, CancellationToken cancellationToken)
    {
        if (!register.Exists) return await Cli.FailAsync(streams, $"条項の一覧がありません: {register.FullName}\nThere is no such file.", ExitCodes.NoInput);
        if (!tests.Exists) return await Cli.FailAsync(streams, $"テストのフォルダーがありません: {tests.FullName}\nThere is no such folder.", ExitCodes.NoInput);

        var rows = (await File.ReadAllLinesAsync(register.FullName, cancellationToken)).Skip(1).Select(line => line.Split('\t')).Where(row => row[0].Length > 0).ToList();
        var known = rows.Select(row => row[0]).ToHashSet(StringComparer.Ordinal);
        var tagged = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in tests.EnumerateFiles("*.cs", SearchOption.AllDirectories).OrderBy(file => file.FullName, StringComparer.Ordinal))
        {
            foreach (var id in IdsIn(await File.ReadAllTextAsync(file.FullName, cancellationToken))) tagged.TryAdd(id, file.Name);
        }

        foreach (var row in rows.Where(row => !tagged.ContainsKey(row[0]))) await streams.Out.WriteLineAsync($"{row[0]}\t{row.ElementAtOrDefault(2)}\t{row.ElementAtOrDefault(3)}");
        var untested = rows.Count(row => !tagged.ContainsKey(row[0]));
        await streams.Error.WriteLineAsync(FormattableString.Invariant($"{rows.Count}条項のうち{untested}条項にテストがありません。 / {untested} of {rows.Count} clauses have no test."));
        var unknown = tagged.Where(tag => !known.Contains(tag.Key)).ToList();
        foreach (var (id, file) in unknown) await streams.Error.WriteLineAsync($"一覧にない条項番号です: {id}（{file}） / Not in the register: {id} ({file})");
        return unknown.Count > 0 ? ExitCodes.BadInput : ExitCodes.Done;
    }

    /// <summary>The ids of every tag in a source file, also of tags with several ids over several lines.</summary>
    internal static IEnumerable<string> IdsIn(string source) =>
        Tag().Matches(source).SelectMany(tag => Id().Matches(tag.Value)).Select(id => id.Groups["id"].Value);

    [GeneratedRegex(@"\[(?:[A-Za-z]+(?:\([^)]*\))?,\s*)*Clause\((?<ids>[^)]*)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tag();

    [GeneratedRegex("\"(?<id>[a-z][a-z0-9]*(-[a-z0-9]+)+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Id();
}
