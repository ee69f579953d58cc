using System.Globalization;

namespace TeamsBot.Audit;

/// <summary>
/// A file of ends of the chain, a line each: <c>2026-11-30T00:00:00Z 123:hash</c>. Only ever added to; opened for each line, so that a file
/// that was moved by whoever keeps logs is begun anew.
/// </summary>
internal static class KeptEnds
{
    private const int HashLength = 64;

    /// <exception cref="IOException">It cannot be written; nor can it where the account has no right to,
    /// <see cref="UnauthorizedAccessException"/>.</exception>
    public static void Add(string path, KeptEnd end)
    {
        using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        file.Write(
            System.Text.Encoding.ASCII.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"{end.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ} {end}\n")
            )
        );
        file.Flush(flushToDisk: true);
    }

    /// <summary>All ends in the file, in its order; lines of another form are passed by, for example one that a crash cut.</summary>
    public static IReadOnlyList<(long Sequence, string Hash)> Read(string path) =>
        [.. File.ReadLines(path).Select(line => Parse(line[(line.LastIndexOf(' ') + 1)..])).OfType<(long, string)>()];

    /// <summary>Reads <c>SEQUENCE:HASH</c>; null where it is none.</summary>
    public static (long Sequence, string Hash)? Parse(string text) =>
        text.Split(':') is [var number, { Length: HashLength } hash]
        && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? (sequence, hash)
            : null;
}

/// <summary>The end of the chain as it was at a time; written as <c>123:hash</c>.</summary>
internal sealed record KeptEnd(DateTimeOffset At, long Sequence, string Hash)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}:{Hash}");
}
