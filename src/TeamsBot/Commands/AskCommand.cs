using System.CommandLine;
using TeamsBot.Answers;
using TeamsBot.Guidelines;
using TeamsBot.Guidelines.Clauses;
using TeamsBot.Guidelines.Ingest;
using TeamsBot.Packs;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Commands;

/// <summary><c>ask</c>: the answers without the bot, for one question or for a file of rows. It stores nothing and sends nothing.</summary>
internal static class AskCommand
{
    public static Command Create(CliStreams streams)
    {
        var question = new Argument<string?>("question") { Arity = ArgumentArity.ZeroOrOne, Description = "質問 / The question" };
        var documents = new Option<DirectoryInfo?>("--documents")
        {
            Description =
                "公式文書のフォルダー。省くと各パックの documents / The folder of official documents; by default those of the packs",
        };
        var pack = new Option<string?>("--pack") { Description = "質問する人の組織のパック / The asker's pack: its guideline answers first" };
        var packs = new Option<string?>("--packs") { Description = "パックのフォルダー / The folder of packs" };
        var jsonl = new Option<string?>("--jsonl")
        {
            Description = "1行1件のJSON {id, question}。- は標準入力 / Rows {id, question}; - for standard input",
        };
        var command = new Command(
            "ask", "ガイドラインに質問します。見つからなければ終了コード1です（--jsonl では0）。 / Asks the guidelines. Ends with 1 when nothing is found (with --jsonl 0).")
        {
            question, documents, pack, packs, jsonl,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new(
                parsed.GetValue(question),
                parsed.GetValue(documents)?.FullName,
                parsed.GetValue(pack),
                PacksFeature.FolderOf(parsed.GetValue(packs), CommandSettings.Read()),
                parsed.GetValue(jsonl)
            ),
            streams,
            cancellationToken
        ));
        return command;
    }

    private sealed record Request(string? Question, string? Documents, string? Pack, PackFolder Packs, string? Jsonl);

    private static async Task<int> RunAsync(Request request, CliStreams streams, CancellationToken cancellationToken)
    {
        if (request.Question is null == request.Jsonl is null)
            return await Cli.FailAsync(streams, "質問か --jsonl のどちらか一つを指定してください。\nGive either one question or --jsonl.", ExitCodes.Usage);
        if (request.Documents is { } folder && !Directory.Exists(folder))
            return await Cli.FailAsync(streams, $"公式文書のフォルダーがありません: {folder}\nThere is no such folder.", ExitCodes.NoInput);
        if (request.Jsonl is { } file && file != "-" && !File.Exists(file))
            return await Cli.FailAsync(streams, $"ファイルがありません: {file}\nThere is no such file.", ExitCodes.NoInput);
        if (request.Pack is { } pack && !request.Packs.Names.Contains(pack, StringComparer.Ordinal))
            return await UnknownPackAsync(pack, request.Packs, streams);

        GuidelineAnswers answers;
        try
        {
            answers = new(Load(request));
        }
        catch (Exception wrong) when (wrong is DocumentException or InvalidDataException)
        {
            return await Cli.FailAsync(streams, $"ガイドラインを読めません。 / A guideline cannot be read.\n{wrong.Message}", ExitCodes.BadInput);
        }

        return request.Jsonl is { } rows
            ? await AnswerRowsAsync(answers, rows, request.Pack, streams, cancellationToken)
            : await AnswerOneAsync(AsInChat(answers, request), streams);
    }

    /// <summary>
    /// As the bot answers in chat: trouble from the runbook of the asker's pack, and the pack's own numbers beside the answer. Without a
    /// pack there is nobody whose steps they would be.
    /// </summary>
    private static Answer AsInChat(GuidelineAnswers answers, Request request)
    {
        var answer = answers.Ask(request.Question!, request.Pack);
        if (request.Pack is not { } name) return answer;
        var pack = request.Packs.Load(name);
        return PackSettings.Beside(IncidentSteps.FromTheFirst(answer, request.Question!, answers, pack), pack);
    }

    private static GuidelineLibrary Load(Request request)
    {
        var folders = request.Documents is { } named
            ? [named]
            : request.Packs.Names.Select(pack => request.Packs.FileOf(pack, "documents")).Where(Directory.Exists);
        return new(
            folders.SelectMany(GuidelineLibrary.ReadFolder),
            Directory.Exists(request.Packs.Path) ? PackGuideline.LoadAll(request.Packs.Path) : []
        );
    }

    private static async Task<int> AnswerRowsAsync(
        GuidelineAnswers answers,
        string file,
        string? pack,
        CliStreams streams,
        CancellationToken cancellationToken
    )
    {
        try
        {
            foreach (var line in AskRows.Run(answers, file == "-" ? Lines(streams.In) : File.ReadLines(file), pack))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await streams.Out.WriteLineAsync(line);
            }

            return ExitCodes.Done;
        }
        catch (FormatException wrong)
        {
            return await Cli.FailAsync(streams, $"{file}: 読めない行があります。\n{wrong.Message}", ExitCodes.BadInput);
        }
    }

    private static async Task<int> AnswerOneAsync(Answer answer, CliStreams streams)
    {
        await streams.Out.WriteAsync(AskReport.ForPeople(answer));
        return answer.Found ? ExitCodes.Done : ExitCodes.Found;
    }

    private static async Task<int> UnknownPackAsync(string pack, PackFolder packs, CliStreams streams)
    {
        var problems = new ProblemList();
        packs.TryLoad(pack, problems);
        return await Cli.FailAsync(streams, new SettingsRefusedException(problems.All).Message, SettingsRefusedException.ExitCode);
    }

    private static IEnumerable<string> Lines(TextReader from)
    {
        while (from.ReadLine() is { } line) yield return line;
    }
}
