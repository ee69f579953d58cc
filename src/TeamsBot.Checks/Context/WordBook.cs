using TeamsBot.Checks.Text;
using TeamsBot.Checks.WordBooks;

namespace TeamsBot.Checks.Context;

/// <summary>What an entry of the word book is about; it decides the category of its findings and its usual weight.</summary>
public enum WordKind
{
    Wording,
    OfficialName,
    Typo,
    Rights,
    Internal,
    PublicOrder,
}

/// <summary>
/// One line of an organisation's word book: words or patterns to find, what to write instead, and where it is all right to leave them.
/// </summary>
/// <param name="Words">Spellings to find; compared after NFKC normalisation and without regard to case.</param>
/// <param name="Instead">What to write, with $1 for a group of a pattern; null when the word is only to be thought over.</param>
public sealed record WordEntry(string Id, IReadOnlyList<string> Words, string? Instead = null)
{
    public WordKind Kind { get; init; } = WordKind.Wording;

    /// <summary>Regular expressions that have passed the <see cref="PatternGuard"/>; searched in the normalised text.</summary>
    public IReadOnlyList<GuardedPattern> Patterns { get; init; } = [];

    /// <summary>Longer words in which the spelling is right, for example an official name.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>The spelling must start and end where the script changes: <c>web</c> is not found in <c>webinar</c>.</summary>
    public bool WordBoundary { get; init; }

    /// <summary>A group that must be empty for a match to count, for example <c>$1</c>; prh's way to write "not after …".</summary>
    public string? MustBeEmpty { get; init; }

    /// <summary>What to tell the writer; plain administrative Japanese.</summary>
    public string? Note { get; init; }

    public Severity Severity { get; init; } = Severity.Warn;

    public IReadOnlyList<string> Clauses { get; init; } = [];

    /// <summary>The weight of an entry that names none.</summary>
    public static Severity UsualSeverity(WordKind kind) => kind switch
    {
        WordKind.OfficialName or WordKind.Typo => Severity.Warn,
        WordKind.Internal or WordKind.PublicOrder => Severity.Block,
        _ => Severity.Hint,
    };
}

/// <summary>An organisation's word book, indexed once and shared by every check; immutable.</summary>
public sealed class WordBook(IReadOnlyList<WordEntry> entries)
{
    public static readonly WordBook Empty = new([]);

    private readonly Lazy<WordIndex<(WordEntry Entry, GuardedPattern? Pattern)>> index = new(() =>
        new WordIndex<(WordEntry, GuardedPattern?)>(Indexed(entries))
    );

    public IReadOnlyList<WordEntry> Entries => entries;

    /// <summary>Words to their entries, and the literals without which a pattern cannot match to that pattern.</summary>
    internal WordIndex<(WordEntry Entry, GuardedPattern? Pattern)> Index => index.Value;

    /// <summary>Patterns with no such literal; they are tried on every draft.</summary>
    internal IReadOnlyList<(WordEntry Entry, GuardedPattern Pattern)> Unindexed { get; } =
    [.. entries.SelectMany(entry => entry.Patterns.Where(pattern => pattern.Literals.Count == 0), (entry, pattern) => (entry, pattern))];

    private static IEnumerable<(string, (WordEntry, GuardedPattern?))> Indexed(IReadOnlyList<WordEntry> entries)
    {
        foreach (var entry in entries)
        {
            foreach (var word in entry.Words) yield return (word, (entry, null));
            foreach (var pattern in entry.Patterns)
            {
                foreach (var literal in pattern.Literals) yield return (literal, (entry, pattern));
            }
        }
    }
}
