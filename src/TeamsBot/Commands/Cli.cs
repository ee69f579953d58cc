using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using TeamsBot.Data;
using TeamsBot.Packs.Reading;

namespace TeamsBot.Commands;

/// <summary>
/// The program's command line. Without a command it serves; then every argument is a setting (<c>--Pack:Name=asaka</c>, <c>--urls …</c>)
/// and goes to the host untouched. What stops a command is said on standard error, in words, with a non-zero exit status.
/// </summary>
internal static class Cli
{
    public static async Task<int> RunAsync(string[] args)
    {
        var streams = CliStreams.Standard();
        var exitCode = await RunAsync(args, streams, CancellationToken.None);
        await streams.Out.FlushAsync();
        return exitCode;
    }

    public static async Task<int> RunAsync(string[] args, CliStreams streams, CancellationToken cancellationToken)
    {
        try
        {
            // The host hears the stop signals itself, and a start without the parser is a faster start.
            if (ServeArguments(args) is { } settings) return await ServeCommand.RunAsync(settings, cancellationToken);
            return await Root(streams)
                .Parse(args, Parsing)
                .InvokeAsync(
                    new InvocationConfiguration
                    {
                        Output = streams.Out,
                        Error = streams.Error,
                        EnableDefaultExceptionHandler = false,
                    },
                    cancellationToken
                );
        }
        catch (SettingsRefusedException refused)
        {
            return await FailAsync(streams, refused.Message, SettingsRefusedException.ExitCode);
        }
        catch (OptionsValidationException refused)
        {
            return await FailAsync(
                streams,
                $"設定に誤りがあるため起動しません。次の箇所を直してください。\nNot started: there are problems in the settings. Please "
                    + $"correct:\n  {string.Join("\n  ", refused.Failures)}",
                SettingsRefusedException.ExitCode
            );
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return await FailAsync(streams, unavailable.Message, unavailable.ExitCode);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            return await FailAsync(
                streams,
                $"待ち受けるポートを別のプログラムが使っています。そのプログラムを止めるか、--urls で別のポートを指定してください。\nThe port is in use by another program. Stop that program, "
                    + $"or choose another port with --urls.\n  {problem.Message}",
                ExitCodes.Unavailable
            );
        }
    }

    /// <summary>
    /// What to serve with, or null where another command or help is asked for. A first word that is neither a setting nor a command is left
    /// to the parser, so that a mistyped command does not start a server.
    /// </summary>
    internal static string[]? ServeArguments(string[] args)
    {
        if (args.Any(argument => argument is "--help" or "-h" or "-?" or "/?" or "--version")) return null;
        if (args is ["serve", .. var settings]) return settings;
        return args.Length == 0 || args[0].StartsWith("--", StringComparison.Ordinal) || args[0].Contains('=', StringComparison.Ordinal)
            ? args
            : null;
    }

    // A text to check may begin with "@": it is not the name of a file with arguments.
    private static ParserConfiguration Parsing => new() { ResponseFileTokenReplacer = null };

    private static RootCommand Root(CliStreams streams)
    {
        var root = new RootCommand(
            "自治体の広報担当者のためのTeamsボット / A Teams bot for the PR staff of local governments\n"
            + "コマンドを付けずに実行すると serve として動きます。 / Without a command the program serves.")
        {
            ServeCommand.Describe(),
            CheckCommand.Create(streams),
            AskCommand.Create(streams),
            RoutesCommand.Create(streams),
            AuditCommand.Create(streams),
            PackageCommand.Create(streams),
            ClausesCommand.Create(streams),
            AlarmsCommand.Create(streams),
        };
        root.Directives.Clear();
        return root;
    }

    internal static async Task<int> FailAsync(CliStreams streams, string message, int exitCode)
    {
        await streams.Error.WriteLineAsync(message);
        return exitCode;
    }
}
