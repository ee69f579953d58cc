using System.Diagnostics;
using System.Text.RegularExpressions;
using TeamsBot.Graph.Tests;

namespace TeamsBot.Tests.People;

/// <summary>
/// The client of Microsoft Graph is 48 MB of assembly. A program of its own shows what is in it: the tests' has loaded everything.
/// </summary>
public sealed partial class GraphLoadingTests
{
    [MapsFact]
    public async Task The_client_is_loaded_only_where_people_come_from_Graph()
    {
        await using var graph = await GraphStandIn.StartAsync();

        (await AssembliesAsync("Application started"))
            .ShouldNotContain(name => name.StartsWith("Microsoft.Graph", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.Kiota", StringComparison.Ordinal));

        (await AssembliesAsync(
            "Microsoft Graph",
            "--People:Source=Graph", $"--People:Graph:Url={graph.BaseUrl}",
            "--People:Graph:Groups:0:Id=10000000-0000-4000-8000-000000000001", "--People:Graph:Groups:0:Role=writer"))
                .ShouldContain("Microsoft.Graph");
    }

    /// <summary>The assemblies that a serving program has mapped, once it says in its log what is waited for.</summary>
    private static async Task<IReadOnlyList<string>> AssembliesAsync(string until, params string[] settings)
    {
        using var folder = new TempFolder();
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "TeamsBot.dll"), "--environment=Development",
            "--urls=http://127.0.0.1:0", $"--Data:File={folder.File("bot.db")}", .. settings];
        using var program = Process.Start(new ProcessStartInfo(
            "dotnet", arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            using var tooLong = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            string? line;
            while ((line = await program.StandardOutput.ReadLineAsync(tooLong.Token)) is not null
                && !line.Contains(until, StringComparison.Ordinal))
            {
            }

            line.ShouldNotBeNull("the program ended before it said so");
            var names = Assembly().Matches(await File.ReadAllTextAsync($"/proc/{program.Id}/maps", tooLong.Token))
                .Select(match => match.Groups["name"].Value).Distinct().ToList();
            names.ShouldContain("TeamsBot");
            return names;
        }
        finally
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
        }
    }

    [GeneratedRegex(@"/(?<name>[^/\n]+)\.dll$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Assembly();

    /// <summary>Where the system shows what a process has mapped.</summary>
    private sealed class MapsFactAttribute : FactAttribute
    {
        public MapsFactAttribute()
        {
            if (!OperatingSystem.IsLinux()) Skip = "Only Linux shows a process's mapped files.";
        }
    }
}
