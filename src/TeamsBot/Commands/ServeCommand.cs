using System.CommandLine;
using TeamsBot.Hosting;

namespace TeamsBot.Commands;

/// <summary><c>serve</c>: runs the bot until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        await using var app = Serving.Build(settings);
        await Serving.RunAsync(app, cancellationToken);
        return ExitCodes.Done;
    }

    /// <summary>For help only; the arguments of serving are settings and are not parsed here.</summary>
    public static Command Describe() =>
        new(
            "serve",
            "ボットを動かします（既定）。設定は --Pack:Name=asaka のように渡せます。 / Runs the bot (default). Settings may be given as --Pack:Name=asaka or --urls "
                + "http://localhost:3978."
        );
}
