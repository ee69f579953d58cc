using System.Runtime.CompilerServices;

namespace TeamsBot.Tests;

/// <summary>A line that must be scrolled is not read. What a tool writes (migrations) is left out.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 140;

    [Fact]
    public void No_line_of_the_product_is_longer_than_is_read()
    {
        var tooLong = Directory
            .EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                !file.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            )
            .SelectMany(file => File.ReadLines(file).Select((line, at) => (file, at, line.Length)))
            .Where(line => line.Length > Longest)
            .Select(line => $"{Path.GetFileName(line.file)}:{line.at + 1} has {line.Length}")
            .ToList();

        tooLong.ShouldBeEmpty();
    }

    private static string Source([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src"));
}
