using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Context;

/// <summary>One line of an organisation's word book: words to find, what to write instead, and where it is all right to leave them.</summary>
/// <param name="Words">Spellings to find; compared after NFKC normalisation.</param>
/// <param name="Instead">What to write; null when the word is only to be thought over.</param>
public sealed record WordEntry(string Id, IReadOnlyList<string> Words, string? Instead = null)
{
    /// <summary>Longer words in which the spelling is right, for example an official name.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>What to tell the writer; plain administrative Japanese.</summary>
    public string? Note { get; init; }

    public Severity Severity { get; init; } = Severity.Warn;

    public IReadOnlyList<string> Clauses { get; init; } = [];
}

/// <summary>An organisation's word book, indexed once and shared by every check; immutable.</summary>
public sealed class WordBook(IReadOnlyList<WordEntry> entries)
{
    public static readonly WordBook Empty = new([]);

    private readonly Lazy<WordIndex<WordEntry>> index = new(() => new WordIndex<WordEntry>(
        entries.SelectMany(entry => entry.Words.Select(word => (word, entry)))));

    public IReadOnlyList<WordEntry> Entries => entries;

    internal WordIndex<WordEntry> Index => index.Value;
}
