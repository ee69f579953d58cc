namespace TeamsBot.Protocol;

/// <summary>
/// What somebody outside named (a header, an id, a code), made fit for a log line: printable ASCII without blanks, everything else a
/// question mark, cut. A raw escape character would speak to the terminal of whoever reads the log, a line break would forge a line.
/// </summary>
public static class LogWord
{
    /// <summary>Longer than any id of the service that has been seen but those of conversations, which are not logged.</summary>
    public const int MaxLength = 64;

    public static string Of(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var cut = value.Length <= MaxLength ? value : value[..MaxLength];
        return cut.AsSpan().ContainsAnyExceptInRange('!', '~') ? string.Create(cut.Length, cut, static (fit, raw) =>
        {
            for (var at = 0; at < fit.Length; at++) fit[at] = raw[at] is >= '!' and <= '~' ? raw[at] : '?';
        }) : cut;
    }
}
