using System.CommandLine;
using System.Globalization;
using TeamsBot.Checks;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Rows;
using TeamsBot.Packs;

namespace TeamsBot.Commands;

/// <summary>
/// <c>check</c>: the content checks without the bot, for one text or for a file of rows. It stores nothing and sends nothing.
/// </summary>
internal static class CheckCommand
{
    public static Command Create(CliStreams streams)
    {
        var text = new Argument<string?>("text")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "点検する文。- は標準入力 / The text to check; - for standard input",
        };
        var pack = new Option<string>("--pack")
        {
            Description = "パックの名前。省くと設定 Pack:Name / The pack; by default the one of the settings",
            DefaultValueFactory = _ => PacksFeature.NameIn(CommandSettings.Read()),
        };
        var packs = new Option<string?>("--packs") { Description = "パックのフォルダー / The folder of packs" };
        var account = new Option<string?>("--account") { Description = "投稿先のアカウント / The account, by id or handle" };
        var medium = new Option<string?>("--medium") { Description = "媒体（X、Facebook、Instagram、LINE、YouTube） / The medium" };
        var planned = new Option<string?>("--planned") { Description = "投稿予定（2026-11-24T10:00+09:00） / When it is to be posted" };
        var jsonl = new Option<string?>("--jsonl")
        {
            Description = "1行1件のJSON。- は標準入力 / Rows {id, platform, text, planned_at, meta}; - for standard input",
        };
        var profiles = new Option<FileInfo?>("--profiles")
        {
            Description = "組織の情報のJSON / Facts about the organisations that rows name in meta.profile",
        };
        var command = new Command(
            "check",
            "投稿文を点検します。要修正があれば終了コード1です（--jsonl では0）。 / Checks drafts. Ends with 1 when a finding holds the draft back (with --jsonl 0).")
        {
            text, pack, packs, account, medium, planned, jsonl, profiles,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new(
                parsed.GetValue(text),
                parsed.GetRequiredValue(pack),
                parsed.GetValue(packs),
                parsed.GetValue(account),
                parsed.GetValue(medium),
                parsed.GetValue(planned),
                parsed.GetValue(jsonl),
                parsed.GetValue(profiles)
            ),
            TimeProvider.System,
            streams,
            cancellationToken
        ));
        return command;
    }

    private sealed record Request(
        string? Text, string Pack, string? Packs, string? Account, string? Medium, string? Planned, string? Jsonl, FileInfo? Profiles);

    private static async Task<int> RunAsync(Request request, TimeProvider time, CliStreams streams, CancellationToken cancellationToken)
    {
        if (request.Text is null == request.Jsonl is null)
            return await Cli.FailAsync(streams, "点検する文か --jsonl のどちらか一つを指定してください。\nGive either one text or --jsonl.", ExitCodes.Usage);

        var pack = PacksFeature.FolderOf(request.Packs, CommandSettings.Read()).LoadForChecks(request.Pack);
        return request.Jsonl is { } file
            ? await CheckRowsAsync(file, request.Profiles, pack.Checks.ContextFor(null, time.GetUtcNow(), null), streams)
            : await CheckTextAsync(request, pack, time.GetUtcNow(), streams, cancellationToken);
    }

    private static async Task<int> CheckTextAsync(
        Request request, (Pack Pack, PackChecks Checks) pack, DateTimeOffset now, CliStreams streams, CancellationToken cancellationToken)
    {
        var account = pack.Pack.Accounts.FirstOrDefault(known =>
            known.Id.Equals(request.Account, StringComparison.OrdinalIgnoreCase)
            || (known.Handle?.Equals(request.Account, StringComparison.OrdinalIgnoreCase) ?? false)
        );
        if (request.Account is not null && account is null)
            return await Cli.FailAsync(streams, $"アカウント「{request.Account}」は台帳にありません。\nThere is no such account.", ExitCodes.Usage);
        if (request.Medium is not null && CheckMedia.Find(request.Medium) is null)
            return await Cli.FailAsync(streams, $"媒体「{request.Medium}」は使えません。\nThere is no such medium.", ExitCodes.Usage);
        DateTimeOffset? planned = null;
        if (request.Planned is not null)
        {
            if (ParsePlanned(request.Planned) is not { } instant)
                return await Cli.FailAsync(
                    streams,
                    $"投稿予定は 2026-11-24T10:00+09:00 の形で書いてください: {request.Planned}\nWrite the time as in 2026-11-24T10:00+09:00.",
                    ExitCodes.Usage
                );
            planned = instant;
        }

        var context = pack.Checks.ContextFor(account, now, planned);
        if (request.Medium is not null) context = context with { Medium = CheckMedia.Find(request.Medium)!.Value };
        var text = request.Text == "-" ? await streams.In.ReadToEndAsync(cancellationToken) : request.Text!;
        if (string.IsNullOrWhiteSpace(text))
            return await Cli.FailAsync(
                streams,
                "点検する文が空です。文を引用符で囲んで指定してください。\nThe text to check is empty.",
                request.Text == "-" ? ExitCodes.BadInput : ExitCodes.Usage
            );
        var findings = ContentChecker.Check(text, context);
        await streams.Out.WriteAsync(CheckReport.ForPeople(text, findings));
        return CheckReport.HoldsBack(findings) ? ExitCodes.Found : ExitCodes.Done;
    }

    /// <summary>A time without an offset is Japan's, whatever clock the machine keeps.</summary>
    private static DateTimeOffset? ParsePlanned(string text)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time)) return null;
        return time.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(time, JapanTime.Offset)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant
            : null;
    }

    /// <summary>A line that is no row ends the run with its number; what came before it is already answered.</summary>
    private static async Task<int> CheckRowsAsync(string file, FileInfo? profilesFile, CheckContext basis, CliStreams streams)
    {
        if (profilesFile is { Exists: false } || (file != "-" && !File.Exists(file)))
            return await Cli.FailAsync(
                streams,
                $"ファイルがありません: {(profilesFile is { Exists: false } ? profilesFile.FullName : file)}\nThere is no such file.",
                ExitCodes.NoInput
            );
        using var rows = file == "-" ? null : File.OpenText(file);
        using var profiles = profilesFile?.OpenText();
        try
        {
            CheckRows.Run(rows ?? streams.In, profiles, basis, streams.Out);
            return ExitCodes.Done;
        }
        catch (CheckRowException wrong)
        {
            return await Cli.FailAsync(streams, $"{file}: 読めない行があります。\n{wrong.Message}", ExitCodes.BadInput);
        }
    }
}
