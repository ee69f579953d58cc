using TeamsBot.Commands;

namespace TeamsBot.Tests.Commands;

/// <summary>One run of the command line inside the test process.</summary>
internal sealed record CliRun(int ExitCode, string Out, string Error)
{
    public static async Task<CliRun> Of(string input, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await Cli.RunAsync(args, new CliStreams(new StringReader(input), output, error), CancellationToken.None);
        return new(exitCode, output.ToString(), error.ToString());
    }
}
