using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using TeamsBot.Audit;
using TeamsBot.Data;

namespace TeamsBot.Commands;

/// <summary>
/// <c>audit verify</c>: reads the audit chain and says whether it is whole. It only reads, and works beside a running bot. What it cannot notice
/// by itself is told at <see cref="AuditVerifier"/>; a head noted elsewhere, given with <c>--kept</c>, closes that gap.
/// </summary>
internal static class AuditCommand
{
    public static Command Create(CliStreams streams)
    {
        var file = new Option<string?>("--database") { Description = "データベースのファイル。省くと設定 Data:File / The database file; by default the one of the settings" };
        var kept = new Option<string[]>("--kept")
        {
            Description = "別に控えた「番号:ハッシュ」 / a place noted elsewhere, as SEQUENCE:HASH; may be repeated",
            HelpName = "SEQUENCE:HASH",
        };
        var verify = new Command("verify", "記録の連鎖が書き換えられていないかを確かめます。 / Verifies that the audit chain is whole.") { file, kept };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(parsed.GetValue(file), parsed.GetValue(kept) ?? [], streams, cancellationToken));
        return new Command("audit", "監査記録 / The audit trail") { verify };
    }

    private static async Task<int> VerifyAsync(string? file, string[] kept, CliStreams streams, CancellationToken cancellationToken)
    {
        var places = new Dictionary<long, string>();
        foreach (var place in kept)
        {
            if (place.Split(':') is not [var number, { Length: 64 } hash] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
                return await Cli.FailAsync(streams, $"--kept は「番号:ハッシュ（64桁）」で書きます: {place}\n--kept is SEQUENCE:HASH, the hash with 64 digits.", ExitCodes.Usage);
            places[sequence] = hash;
        }

        var database = file is null ? ConfiguredFile() : Path.GetFullPath(file);
        if (!File.Exists(database))
            return await Cli.FailAsync(streams, $"データベースがありません: {database}\nThere is no such database.", ExitCodes.NoInput);

        await using var db = new BotDbContext(((DbContextOptionsBuilder<BotDbContext>)DataFeature.Configure(new DbContextOptionsBuilder<BotDbContext>(), database, 5)).Options);
        Verdict verdict;
        try
        {
            await DatabaseInspection.LookWhoseAsync(db, database, cancellationToken);
            verdict = await AuditVerifier.VerifyAsync(db, places, cancellationToken);
        }
        catch (Microsoft.Data.Sqlite.SqliteException problem)
        {
            throw DatabaseUnavailableException.Because(problem, database);
        }

        if (verdict.Broken is { } broken)
        {
            return await Cli.FailAsync(
                streams,
                FormattableString.Invariant($"監査記録の連鎖は{broken.Sequence}番で切れています（{Explain(broken.Kind)}）。{verdict.Sequence}番までは確かです。\n")
                + FormattableString.Invariant($"The audit chain is broken at entry {broken.Sequence} ({broken.Kind}); it holds up to entry {verdict.Sequence}."),
                ExitCodes.Found);
        }

        await streams.Out.WriteLineAsync(FormattableString.Invariant($"監査記録{verdict.Sequence}件の連鎖は切れていません。 / The chain of {verdict.Sequence} audit entries is whole."));
        await streams.Out.WriteLineAsync(FormattableString.Invariant($"{verdict.Sequence}:{verdict.Hash}"));
        return ExitCodes.Done;
    }

    private static string ConfiguredFile()
    {
        var options = new DataOptions();
        CommandSettings.Read().GetSection("Data").Bind(options);
        return options.FileIn(Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = CommandSettings.EnvironmentName }).Environment);
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
