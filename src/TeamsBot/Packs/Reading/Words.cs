namespace TeamsBot.Packs.Reading;

/// <summary>The words a field may hold, as operators write them, with what they mean in the program and how people read them.</summary>
internal sealed class Words<T>(params (string Written, T Meaning, string Japanese, string English)[] entries)
    where T : struct
{
    public string Choices { get; } = string.Join(" | ", entries.Select(entry => entry.Written));

    public T? Find(string written)
    {
        foreach (var entry in entries)
        {
            if (string.Equals(entry.Written, written, StringComparison.Ordinal)) return entry.Meaning;
        }

        return null;
    }

    public string InJapanese(T meaning) => Entry(meaning).Japanese;

    public string InEnglish(T meaning) => Entry(meaning).English;

    private (string Written, T Meaning, string Japanese, string English) Entry(T meaning) =>
        entries.First(entry => EqualityComparer<T>.Default.Equals(entry.Meaning, meaning));
}
