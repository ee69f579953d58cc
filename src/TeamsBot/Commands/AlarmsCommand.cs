using System.CommandLine;
using System.Globalization;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Alarms;

namespace TeamsBot.Commands;

/// <summary>
/// <c>alarms</c>: how a text is heard and by which signs; of labelled rows, how many are heard and how many posts are kept; and the weights of the
/// signs as learned from labelled rows, for whoever adds signs or rows. It changes no file.
/// </summary>
internal static class AlarmsCommand
{
    public static Command Create(CliStreams streams)
    {
        var text = new Argument<string?>("text") { Arity = ArgumentArity.ZeroOrOne, Description = "読み分ける文 / The text to read" };
        var rows = new Option<FileInfo[]>("--rows") { AllowMultipleArgumentsPerToken = true, Description = "1行1件のJSON {id, kind, trouble, text} / Labelled rows" };
        var posts = new Option<FileInfo[]>("--posts") { AllowMultipleArgumentsPerToken = true, Description = "投稿だけの1行1件のJSON {text} / Rows that are all posts" };
        var learn = new Option<bool>("--learn") { Description = "重みを学び直して出力します / Prints the weights learned from the rows" };
        var command = new Command("alarms", "助けを求める文と投稿を読み分けます。 / Tells calls for help from posts.") { text, rows, posts, learn };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(text), [.. (parsed.GetValue(rows) ?? []).Concat(parsed.GetValue(posts) ?? [])], parsed.GetValue(learn), streams, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string? text, IReadOnlyList<FileInfo> files, bool learns, CliStreams streams, CancellationToken cancellationToken)
    {
        if (text is null == (files.Count == 0)) return await Cli.FailAsync(streams, "文か --rows のどちらか一つを指定してください。\nGive either a text or --rows.", ExitCodes.Usage);
        if (text is not null)
        {
            await streams.Out.WriteLineAsync(Explained(AlarmReader.Read(text)).AsMemory(), cancellationToken);
            return ExitCodes.Done;
        }

        var rows = new List<AlarmRow>();
        foreach (var file in files)
        {
            if (!file.Exists) return await Cli.FailAsync(streams, $"ファイルがありません: {file.FullName}\nThere is no such file.", ExitCodes.NoInput);
            try
            {
                rows.AddRange(AlarmRow.Read(await File.ReadAllLinesAsync(file.FullName, cancellationToken)));
            }
            catch (FormatException wrong)
            {
                return await Cli.FailAsync(streams, $"{file.FullName}: {wrong.Message}", ExitCodes.BadInput);
            }
        }

        await streams.Out.WriteAsync((learns ? AlarmRow.Learn(rows) : Counted(rows)).AsMemory(), cancellationToken);
        return ExitCodes.Done;
    }

    private static string Explained(AlarmReading reading) => string.Create(
        CultureInfo.InvariantCulture,
        $"{reading.Verdict}\t{string.Join(',', reading.Kinds.Select(kind => kind.Word()))}\t{reading.Odds:0.00}\t{string.Join(' ', reading.Signs.Select(sign => sign.Name))}");

    private static string Counted(IReadOnlyList<AlarmRow> rows)
    {
        var read = rows.Select(row => (Row: row, AlarmReader.Read(row.Text).Verdict)).ToList();
        var lines = read.Where(row => row.Row.IsAlarm ? row.Verdict == AlarmVerdict.None : row.Verdict != AlarmVerdict.None).Select(row => $"{row.Row.Id}\t{row.Row.Trouble ?? "post"}\t{row.Verdict}\n");
        return string.Concat(lines) + string.Create(
            CultureInfo.InvariantCulture,
            $"alarms: {Count(true, AlarmVerdict.Alarm)} heard, {Count(true, AlarmVerdict.Unclear)} asked back, {Count(true, AlarmVerdict.None)} missed; posts: {Count(false, AlarmVerdict.None)} kept, {Count(false, AlarmVerdict.Unclear)} asked back, {Count(false, AlarmVerdict.Alarm)} taken for alarms\n");

        int Count(bool isAlarm, AlarmVerdict verdict) => read.Count(row => row.Row.IsAlarm == isAlarm && row.Verdict == verdict);
    }
}
