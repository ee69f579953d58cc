using System.Diagnostics;

namespace TeamsBot.Tests.Conversations;

/// <summary>
/// The database and its log as somebody with the files would read them, also under a running bot. By a copy: the bot holds its file, and
/// .NET asks a holder before it reads.
/// </summary>
internal static class DatabaseBytes
{
    public static async Task<IReadOnlyList<(string Name, byte[] Bytes)>> OfAsync(string folder)
    {
        using var copies = new TempFolder();
        var found = new List<(string, byte[])>();
        foreach (var file in Directory.EnumerateFiles(folder, "bot.db*"))
        {
            var copy = copies.File(Path.GetFileName(file));
            if (OperatingSystem.IsWindows()) File.Copy(file, copy);
            else using (var process = Process.Start("cp", [file, copy])) await process.WaitForExitAsync();
            found.Add((Path.GetFileName(file), await File.ReadAllBytesAsync(copy)));
        }

        found.ShouldNotBeEmpty();
        return found;
    }
}
