using System.CommandLine;
using System.Globalization;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Alarms;

namespace TeamsBot.Commands;

/// <summary>
/// <c>alarms</c>: how a text is heard and by which signs; of labelled rows, how many are heard and how many posts are kept, also each file
/// by what the others teach; and the file of weights as learned from labelled rows. It changes no file but the one it is told to write.
/// </summary>
internal static class AlarmsCommand
{
    public static Command Create(CliStreams streams)
    {
        var text = new Argument<string?>("text") { Arity = ArgumentArity.ZeroOrOne, Description = "読み分ける文 / The text to read" };
        var rows = Files("--rows", "1行1件のJSON {id, kind, trouble, text} / Labelled rows");
        var posts = Files("--posts", "投稿だけの1行1件のJSON {text} / Rows that are all posts");
        var questions = Files("--questions", "決まりへの質問のTSV（2列目） / Questions about rules, in the second cell of each line");
        var leaveOut = new Option<bool>("--leave-out")
        {
            Description =
                "--rows のファイルごとに、ほかのファイルだけから学んで読みます / Reads each file of --rows by what the others teach",
        };
        var learn = new Option<FileInfo?>("--learn") { Description = "学び直した重みを書き出すファイル / The file to write the learned weights to" };
        var command = new Command("alarms", "助けを求める文と投稿を読み分けます。 / Tells calls for help from posts.")
        {
            text,
            rows,
            posts,
            questions,
            leaveOut,
            learn,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new(
                parsed.GetValue(text),
                parsed.GetValue(rows) ?? [],
                parsed.GetValue(posts) ?? [],
                parsed.GetValue(questions) ?? [],
                parsed.GetValue(leaveOut),
                parsed.GetValue(learn)
            ),
            streams,
            cancellationToken
        ));
        return command;
    }

    private static Option<FileInfo[]> Files(string name, string description) =>
        new(name) { AllowMultipleArgumentsPerToken = true, Description = description };

    private static async Task<int> RunAsync(Wanted wanted, CliStreams streams, CancellationToken cancellationToken)
    {
        var files = wanted.Rows.Concat(wanted.Posts).Concat(wanted.Questions).ToList();
        if (wanted.Text is null == (files.Count == 0))
            return await Cli.FailAsync(
                streams,
                "文か --rows のどちらか一つを指定してください。\nGive either a text or --rows.",
                ExitCodes.Usage
            );
        if (wanted.Text is not null)
        {
            await streams.Out.WriteLineAsync(Explained(AlarmReader.Read(wanted.Text)).AsMemory(), cancellationToken);
            return ExitCodes.Done;
        }

        var sets = new List<(FileInfo File, IReadOnlyList<AlarmRow> Rows)>();
        foreach (var file in files)
        {
            if (!file.Exists)
                return await Cli.FailAsync(streams, $"ファイルがありません: {file.FullName}\nThere is no such file.", ExitCodes.NoInput);
            try
            {
                var lines = await File.ReadAllLinesAsync(file.FullName, cancellationToken);
                sets.Add((file, [.. wanted.Questions.Contains(file) ? AlarmRow.ReadQuestions(lines) : AlarmRow.Read(lines)]));
            }
            catch (FormatException wrong)
            {
                return await Cli.FailAsync(streams, $"{file.FullName}: {wrong.Message}", ExitCodes.BadInput);
            }
        }

        var all = sets.SelectMany(set => set.Rows).ToList();
        if (wanted.Learn is { } target) await File.WriteAllBytesAsync(target.FullName, AlarmLearning.Learn(all), cancellationToken);
        else if (!wanted.LeaveOut)
            await streams.Out.WriteAsync(AlarmCount.Of(all.Select(row => (row, AlarmReader.Read(row.Text)))).AsMemory(), cancellationToken);
        else
        {
            foreach (var (file, rows) in sets.Where(set => wanted.Rows.Contains(set.File)))
            {
                var others = sets.Where(set => set.File != file).SelectMany(set => set.Rows).ToList();
                await streams.Out.WriteAsync(
                    $"# {file.Name}\n{AlarmCount.Of(AlarmLearning.ReadUnseen(rows, others))}".AsMemory(),
                    cancellationToken
                );
            }
        }

        return ExitCodes.Done;
    }

    private static string Explained(AlarmReading reading) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{reading.Verdict}\t{string.Join(',', reading.Kinds.Select(kind => kind.Word()))}\t{reading.Odds.AgainstPost:0.00}"
                + $" {reading.Odds.AgainstRule:0.00}\t{string.Join(' ', reading.Signs.Select(sign => sign.Name))}"
        );

    private sealed record Wanted(string? Text, FileInfo[] Rows, FileInfo[] Posts, FileInfo[] Questions, bool LeaveOut, FileInfo? Learn);
}
