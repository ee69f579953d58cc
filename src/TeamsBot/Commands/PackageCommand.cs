using System.CommandLine;

namespace TeamsBot.Commands;

/// <summary>
/// <c>package</c>: writes the Teams app package for this bot's ids. The same settings and files give the same bytes, so that a package can
/// be compared with the one in use.
/// </summary>
internal static class PackageCommand
{
    public static Command Create(CliStreams streams)
    {
        var output = new Option<FileInfo>("--out")
        {
            Description = "書き出すzipファイル / The zip to write",
            DefaultValueFactory = _ => new FileInfo("teams-app.zip"),
        };
        var bot = new Option<string?>("--bot-id") { Description = "ボットのアプリID。省くと設定 Bot:AppId / The bot's app id; by default Bot:AppId" };
        var app = new Option<string?>("--app-id") { Description = "TeamsアプリのID。省くとボットと同じ / The Teams app's id; by default the bot's" };
        var version = new Option<string?>("--version-number")
        {
            Description = "版（1.2.3）。配布のたびに上げます / The version; raise it for every upload",
        };
        var folder = new Option<DirectoryInfo?>("--manifest") { Description = "マニフェストのフォルダー / The folder of the manifest" };
        var command = new Command("package", "Teamsに登録するアプリのzipを作ります。 / Builds the app package to upload to Teams.")
        {
            output,
            bot,
            app,
            version,
            folder,
        };
        command.SetAction((parsed, cancellationToken) =>
        {
            var settings = CommandSettings.Read();
            var section = settings.GetSection("Manifest");
            var botId = parsed.GetValue(bot) ?? settings["Bot:AppId"] ?? "";
            var values = new ManifestValues(
                botId, parsed.GetValue(app) ?? section["AppId"] ?? botId, parsed.GetValue(version) ?? section["Version"],
                section["DeveloperName"], section["WebsiteUrl"], section["PrivacyUrl"], section["TermsOfUseUrl"]);
            var source = parsed.GetValue(folder)?.FullName ?? Path.Combine(AppContext.BaseDirectory, "manifest");
            return WriteAsync(source, values, parsed.GetRequiredValue(output), streams, cancellationToken);
        });
        return command;
    }

    private static async Task<int> WriteAsync(
        string source,
        ManifestValues values,
        FileInfo output,
        CliStreams streams,
        CancellationToken cancellationToken
    )
    {
        if (!File.Exists(Path.Combine(source, ManifestPackage.ManifestFile)))
            return await Cli.FailAsync(streams, $"マニフェストがありません: {source}\nThere is no manifest.", ExitCodes.NoInput);
        var package = ManifestPackage.Load(source, values);
        var problems = ManifestCheck.Of(package);
        if (problems.Count > 0)
            return await Cli.FailAsync(
                streams,
                $"パッケージを作れません。次の箇所を直してください。 / The package was not written. Please correct:\n  {string.Join("\n  ", problems)}",
                ExitCodes.Found
            );
        output.Directory?.Create();
        await File.WriteAllBytesAsync(output.FullName, package.Zip(), cancellationToken);
        await streams.Out.WriteLineAsync(output.FullName);
        return ExitCodes.Done;
    }
}
