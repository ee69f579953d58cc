using System.Diagnostics;
using System.Globalization;

namespace TeamsBot.Tests.Data;

/// <summary>
/// A disk of a few megabytes that can be filled and freed. Made with a memory file system, which takes an administrator on Linux.
/// </summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string filler;

    public SmallDisk(int megabytes)
    {
        Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", Folder).ShouldBe(0);
        filler = Path.Combine(Folder, "filler");
    }

    /// <summary>Null where such a disk can be made.</summary>
    public static string? Missing { get; } =
        OperatingSystem.IsLinux() && Environment.UserName == "root" && CanMount()
            ? null
            : "A small disk can be made by an administrator on Linux only.";

    public string Folder { get; } = Directory.CreateTempSubdirectory("teamsbot-disk-").FullName;

    public void Fill()
    {
        using var file = new FileStream(filler, FileMode.Append);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            // Full: what was wanted.
        }
    }

    public void Free() => File.Delete(filler);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder);
    }

    private static bool CanMount()
    {
        var folder = Directory.CreateTempSubdirectory("teamsbot-disk-").FullName;
        var isMounted = Run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder) == 0;
        if (isMounted) Run("umount", folder);
        Directory.Delete(folder);
        return isMounted;
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        process.WaitForExit();
        return process.ExitCode;
    }
}

/// <summary>A test that needs a disk it can fill.</summary>
internal sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Missing;
}
