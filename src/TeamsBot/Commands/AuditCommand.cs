using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Approvals.Model;
using TeamsBot.Audit;
using TeamsBot.Comments;
using TeamsBot.Tasks;
using TeamsBot.Data;

namespace TeamsBot.Commands;

/// <summary>
/// <c>audit verify</c>: reads the audit chain, says whether it is whole and whether the tables stand as it says. It only reads, and works
/// beside a running bot. What it cannot notice by itself is told at <see cref="AuditVerifier"/>; ends of the chain kept elsewhere close
/// that gap: those given with <c>--kept</c>, and the file of <c>Audit:KeptFile</c>.
/// </summary>
internal static class AuditCommand
{
    private const int MostLines = 20;

    /// <summary>Where nothing is kept elsewhere nothing was compared, and that must not read as if it had been.</summary>
    private const string NothingKept =
        "連鎖の末尾は、まだ別の場所に控えられていません。すべてを書き直した記録は、この点検では分かりません。控えるには、設定 Audit:KeptFile に別の機器のファイルを書くか、下の行を書き留め、次回 --kept に付けてください。\n"
        + "No end of the chain is kept elsewhere yet, so a chain that was rewritten as a whole would not be noticed. To keep one, set "
        + "Audit:KeptFile to a file on another machine, or note the line below and give it to --kept next time.";

    /// <summary>All that is compared with the chain.</summary>
    internal static readonly AuditedKind[] Kinds = [AuditedDrafts.Kind, AuditedStanding.Kind, AuditedComments.Kind, AuditedTasks.Kind];

    public static Command Create(CliStreams streams)
    {
        var file = new Option<string?>("--database")
        {
            Description = "データベースのファイル。省くと設定 Data:File / The database file; by default the one of the settings",
        };
        var kept = new Option<string[]>("--kept")
        {
            Description =
                "別に控えた「番号:ハッシュ」、または控えのファイル。省くと設定 Audit:KeptFile / a place noted elsewhere, as SEQUENCE:HASH, or a file of them; may be "
                    + "repeated; by default the file of the settings",
            HelpName = "SEQUENCE:HASH|FILE",
        };
        var verify = new Command(
            "verify",
            "記録の連鎖が書き換えられていないか、表の内容（下書き、台帳、質問など）が記録のとおりかを確かめます。"
                + " / Verifies that the audit chain is whole and that the tables stand as it says."
        )
        {
            file,
            kept,
        };
        verify.SetAction(
            (parsed, cancellationToken) => VerifyAsync(parsed.GetValue(file), parsed.GetValue(kept) ?? [], streams, cancellationToken)
        );
        return new Command("audit", "監査記録 / The audit trail") { verify };
    }

    private static async Task<int> VerifyAsync(string? file, string[] kept, CliStreams streams, CancellationToken cancellationToken)
    {
        var places = new Dictionary<long, string>();
        foreach (var place in kept.Length > 0 ? kept : ConfiguredKept())
        {
            if (KeptEnds.Parse(place) is { } end) Keep(end);
            else if (File.Exists(place)) foreach (var line in KeptEnds.Read(place)) Keep(line);
            else
                return await Cli.FailAsync(
                    streams,
                    $"--kept は「番号:ハッシュ（64桁）」か、控えのファイルで書きます: {place}\n--kept is SEQUENCE:HASH, the hash with 64 digits, or a file.",
                    ExitCodes.Usage
                );
        }

        var database = file is null ? ConfiguredFile() : Path.GetFullPath(file);
        if (!File.Exists(database))
            return await Cli.FailAsync(streams, $"データベースがありません: {database}\nThere is no such database.", ExitCodes.NoInput);

        await using var db = new BotDbContext(
            ((DbContextOptionsBuilder<BotDbContext>)DataFeature.Configure(new DbContextOptionsBuilder<BotDbContext>(), database, 5)).Options
        );
        Audit.Verdict verdict;
        try
        {
            await DatabaseInspection.LookWhoseAsync(db, database, cancellationToken);
            verdict = await AuditVerifier.VerifyAsync(db, places, cancellationToken, Kinds);
        }
        catch (Microsoft.Data.Sqlite.SqliteException problem)
        {
            throw DatabaseUnavailableException.Because(problem, database);
        }

        if (verdict.Broken is { } broken)
        {
            return await Cli.FailAsync(
                streams,
                FormattableString.Invariant(
                    $"監査記録の連鎖は{broken.Sequence}番で切れています（{Explain(broken.Kind)}）。{verdict.Sequence}番までは確かです。\n"
                )
                    + FormattableString.Invariant(
                        $"The audit chain is broken at entry {broken.Sequence} ({broken.Kind}); it holds up to entry {verdict.Sequence}."
                    ),
                ExitCodes.Found
            );
        }

        if (verdict.Differences.Count > 0) return await Cli.FailAsync(streams, Tell(verdict), ExitCodes.Found);
        await streams.Out.WriteLineAsync(
            FormattableString.Invariant(
                $"監査記録{verdict.Sequence}件の連鎖は切れていません。 / The chain of {verdict.Sequence} audit entries is whole."
            )
        );
        await streams.Out.WriteLineAsync(
            places.Count == 0
                ? NothingKept
                : FormattableString.Invariant($"控え{places.Count}件と一致します。 / It agrees with {places.Count} kept ends.")
        );
        if (verdict.Uncompared > 0)
        {
            await streams.Out.WriteLineAsync(
                FormattableString.Invariant($"{verdict.Uncompared}件は以前のプログラムの記録のため、内容を照合できません。")
                    + FormattableString.Invariant($" / {verdict.Uncompared} rows are of an earlier program and cannot be compared.")
            );
        }

        await streams.Out.WriteLineAsync(FormattableString.Invariant($"{verdict.Sequence}:{verdict.Hash}"));
        return ExitCodes.Done;

        // Of two that say different things about one place, one must disagree with the chain: it is the one to look at.
        void Keep((long Sequence, string Hash) end)
        {
            if (!places.TryAdd(end.Sequence, end.Hash) && !places[end.Sequence].Equals(end.Hash, StringComparison.OrdinalIgnoreCase))
                places[end.Sequence] = "";
        }
    }

    private static string Tell(Audit.Verdict verdict)
    {
        var lines = verdict.Differences.Take(MostLines).Select(one => $"  {one.Subject}: {Explain(one)}").ToList();
        if (verdict.Differences.Count > MostLines) lines.Add(FormattableString.Invariant($"  … {verdict.Differences.Count - MostLines}"));
        return FormattableString.Invariant(
                $"監査記録{verdict.Sequence}件の連鎖は切れていませんが、表の内容が記録と違います（{verdict.Differences.Count}件）。\n"
            )
            + FormattableString.Invariant($"The chain of {verdict.Sequence} audit entries is whole, but ")
            + FormattableString.Invariant($"{verdict.Differences.Count} rows of the tables are not as it says.\n")
            + string.Join('\n', lines);
    }

    private static string Explain(Difference difference) => difference.Kind switch
    {
        DifferenceKind.Unrecorded => "記録がありません / no entry speaks of it",
        DifferenceKind.Missing => "記録にあるのに、表にありません / recorded, and not there",
        DifferenceKind.Unreadable => "値が読めません / holds what cannot be read",
        _ => $"記録と違います / differs: {string.Join(", ", difference.Parts)}",
    };

    private static string[] ConfiguredKept() =>
        CommandSettings.Read()["Audit:KeptFile"] is { Length: > 0 } file && File.Exists(file) ? [file] : [];

    private static string ConfiguredFile()
    {
        var options = new DataOptions();
        CommandSettings.Read().GetSection("Data").Bind(options);
        return options.FileIn(
            Host.CreateEmptyApplicationBuilder(
                new() { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = CommandSettings.EnvironmentName }
            ).Environment
        );
    }

    private static string Explain(BreakKind kind) => kind switch
    {
        BreakKind.Missing => "記録が抜けています",
        BreakKind.Unlinked => "順序が入れ替わったか、差し込まれています",
        BreakKind.Changed => "内容が書き換えられています",
        BreakKind.Rewritten => "控えと一致しません",
        BreakKind.CutOff => "末尾が失われています",
        _ => "末尾の控えが一致しません",
    };
}
