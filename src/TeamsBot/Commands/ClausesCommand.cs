using System.CommandLine;

namespace TeamsBot.Commands;

/// <summary>
/// <c>clauses</c>: what the tests say of each clause of the register: played through the product, proved as a rule alone, only cited, or
/// nothing. It reads the tags of test sources; whether a tagged test deserves its tag is for a reader to judge.
/// </summary>
internal static class ClausesCommand
{
    public static Command Create(CliStreams streams)
    {
        var register = new Argument<FileInfo>("register")
        {
            Description = "条項の一覧（clauses.tsv）。1列目が条項番号 / The clause register; its first column is the clause id",
        };
        var tests = new Option<DirectoryInfo>("--tests") { Description = "テストのフォルダー / The folder of the tests", Required = true };
        var guard = new Option<FileInfo?>("--played") { Description = "実演されていなければならない条項の一覧 / Ids that must be played, one a line" };
        var command = new Command(
            "clauses",
            "条項ごとに、実演・規則のみ・引用のみ・なしを示します。 / Says of each clause: played, rule, cited or none."
        )
        {
            register,
            tests,
            guard,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                ListAsync(
                    parsed.GetRequiredValue(register),
                    parsed.GetRequiredValue(tests),
                    parsed.GetValue(guard),
                    streams,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> ListAsync(
        FileInfo register, DirectoryInfo tests, FileInfo? guard, CliStreams streams, CancellationToken cancellationToken)
    {
        foreach (var file in new[] { register, guard }.OfType<FileInfo>().Where(file => !file.Exists))
            return await Cli.FailAsync(streams, $"ファイルがありません: {file.FullName}\nThere is no such file.", ExitCodes.NoInput);
        if (!tests.Exists)
            return await Cli.FailAsync(
                streams,
                $"テストのフォルダーがありません: {tests.FullName}\nThere is no such folder.",
                ExitCodes.NoInput
            );

        var rows = ClauseRow.Read(await File.ReadAllLinesAsync(register.FullName, cancellationToken));
        var tags = await ClauseTags.InAsync(tests, cancellationToken);
        foreach (var row in rows)
            await streams.Out.WriteLineAsync($"{row.Id}\t{ClauseTags.Word(tags.StateOf(row.Id))}\t{row.Place}\t{row.Gist}");
        await streams.Error.WriteAsync(ClauseSummary.Of(rows, tags));

        var unknown = tags.All.Where(tag => rows.TrueForAll(row => row.Id != tag.Id)).ToList();
        foreach (var (id, file) in unknown)
            await streams.Error.WriteLineAsync($"一覧にない条項番号です: {id}（{file}） / Not in the register: {id} ({file})");
        var lost = guard is null ? [] : (await File.ReadAllLinesAsync(guard.FullName, cancellationToken))
            .Select(line => line.Trim()).Where(id => id.Length > 0 && tags.StateOf(id) != ClauseState.Played).ToList();
        foreach (var id in lost) await streams.Error.WriteLineAsync($"実演するテストがなくなりました: {id} / No test plays this clause any more: {id}");
        return unknown.Count + lost.Count > 0 ? ExitCodes.BadInput : ExitCodes.Done;
    }
}
