using TeamsBot.Guidelines.Clauses;

namespace TeamsBot.Guidelines.Index;

/// <summary>
/// One thing that can be found: a passage, a clause of a pack, or both. A passage that holds several clauses has an entry for each,
/// so that the answer names the right one.
/// </summary>
internal sealed class IndexEntry
{
    public required int Number { get; init; }

    public required GuidelineSource Source { get; init; }

    public Passage? Passage { get; init; }

    public ClauseRow? Clause { get; init; }

    /// <summary>What this entry is about, for the signs of a kind of answer (a number, a definition): own text and gists, folded.</summary>
    public required string Text { get; init; }

    /// <summary>It says what a word means and nothing to do. Found out once, for every question looks at it.</summary>
    public required bool OnlyDefines { get; init; }

    /// <summary>What a reader is shown of it, folded: of a short heading with all that stands below it.</summary>
    public required string Shown { get; init; }

    /// <summary>The word a list of terms explains in this item, folded: 統括管理者 in "(2)　統括管理者　県の…をいい"; empty elsewhere.</summary>
    public required string Term { get; init; }

    /// <summary>Concepts in the first words or the heading: what a definition defines.</summary>
    public required IReadOnlySet<int> Subjects { get; init; }
}

/// <summary>One guideline: its document when it is loaded, its pack's clauses when there are any.</summary>
internal sealed class GuidelineSource
{
    public required int Number { get; init; }

    public GuidelineDocument? Document { get; init; }

    public PackGuideline? Pack { get; init; }

    /// <summary>Folded names of the organisation, longest first.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>The clauses of each passage.</summary>
    public required IReadOnlyDictionary<Passage, List<ClauseRow>> Bound { get; init; }

    /// <summary>Its entries in the index.</summary>
    public List<IndexEntry> Entries { get; } = [];

    /// <summary>市, 県, 区 and the like, by its name; null for an organisation of another kind.</summary>
    public char? Kind => Names.FirstOrDefault(name => name.Length > 0 && Organisations.IsKind(name[^1])) is { } known ? known[^1] : null;

    public string Title => Pack?.Title.Ja ?? Document!.Title;

    public string DocumentName => Document?.Name ?? Pack!.Pack;
}
