using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace TeamsBot.Tests.Manifest;

/// <summary>
/// Runs the validation script; its packages are fetched once by npm, into the build's own folder and never into the repository.
/// </summary>
internal static class NodeTools
{
    public static string Npm => OperatingSystem.IsWindows() ? "npm.cmd" : "npm";

    private static string Sources([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;

    public static (int ExitCode, string Output) Validate(string packageFolder) =>
        Run("node", Sources(), Path.Combine(Sources(), "validate.mjs"), Modules(), packageFolder);

    private static string Modules()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "manifest-validation");
        Directory.CreateDirectory(folder);
        var installed = Path.Combine(folder, "installed");
        var wanted = File.ReadAllText(Path.Combine(Sources(), "package-lock.json"));
        if (File.Exists(installed) && File.ReadAllText(installed) == wanted) return folder;
        foreach (var name in new[] { "package.json", "package-lock.json" })
            File.Copy(Path.Combine(Sources(), name), Path.Combine(folder, name), overwrite: true);
        var (exitCode, output) = Run(Npm, folder, "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        exitCode.ShouldBe(0, output);
        File.WriteAllText(installed, wanted);
        return folder;
    }

    private static (int ExitCode, string Output) Run(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}
