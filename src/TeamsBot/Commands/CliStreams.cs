using System.Text;

namespace TeamsBot.Commands;

/// <summary>
/// Where a command reads and writes: always UTF-8 without a byte order mark and with plain line feeds, whatever the console's code page.
/// </summary>
internal sealed record CliStreams(TextReader In, TextWriter Out, TextWriter Error)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static CliStreams Standard() => new(
        new StreamReader(Console.OpenStandardInput(), Utf8),
        new StreamWriter(Console.OpenStandardOutput(), Utf8) { NewLine = "\n" },
        new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true });
}

/// <summary>What the program ends with, after sysexits.h where that has a word for it.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>
    /// The command did its work and found what it looks for: findings that hold a draft back, a broken chain, an invalid manifest.
    /// </summary>
    public const int Found = 1;

    public const int Usage = 64;
    public const int BadInput = 65;
    public const int NoInput = 66;
    public const int Unavailable = 69;
}
