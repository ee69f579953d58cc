using System.ComponentModel;
using System.Diagnostics;

namespace TeamsBot.Tests.Manifest;

/// <summary>
/// A test that needs Node and npm; skipped, with the reason, where there is none. In CI (<c>CI=true</c>) it fails instead: there it must
/// run.
/// </summary>
internal sealed class NodeFactAttribute : FactAttribute
{
    private static readonly bool InCi = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    public NodeFactAttribute() =>
        Skip = InCi || IsThere() ? null : "Node with npm is not installed; the manifest is not validated against the official schema.";

    private static bool IsThere()
    {
        try
        {
            using var npm = Process.Start(
                new ProcessStartInfo(NodeTools.Npm, "--version")
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            );
            npm!.WaitForExit();
            return npm.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
