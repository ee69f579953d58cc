namespace TeamsBot.Checks.Text;

/// <summary>Reads the word lists of Data/, which travel inside the assembly so that the library needs no files.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of a list without comments (#) and blanks.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream($"TeamsBot.Checks.Data.{name}")
            ?? throw new InvalidOperationException($"The word list {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line;
        }
    }
}
