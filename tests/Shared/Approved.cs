using System.Runtime.CompilerServices;

namespace TeamsBot.Tests;

/// <summary>
/// Compares what leaves the process with the approved file beside the test. On a difference the received text is left there to be read;
/// whoever agrees with it renames it.
/// </summary>
internal static class Approved
{
    public static void Match(string text, string name, string extension = "txt", [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Approved");
        var stem = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(testFile)}.{name}");
        var (approved, received) = ($"{stem}.approved.{extension}", $"{stem}.received.{extension}");
        var expected = File.Exists(approved) ? File.ReadAllText(approved) : "";
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        Assert.Equal(expected, text);
    }
}
