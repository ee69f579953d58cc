namespace TeamsBot.Guidelines.Ingest;

/// <summary>A file that cannot be read as a guideline: says which file, which line, and what to do.</summary>
public sealed class DocumentException(string file, int line, string message, Exception? inner = null)
    : Exception($"{file}({line}): {message}", inner)
{
    public string File { get; } = file;

    public int Line { get; } = line;
}
