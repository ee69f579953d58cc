namespace TeamsBot.Guidelines;

/// <summary>
/// A quotable part of a guideline: a clause with everything printed under it, or one of its paragraphs.
/// <see cref="Text"/> is cut from <see cref="GuidelineDocument.Text"/> at <see cref="Start"/> and never edited; so a quotation from it is
/// a quotation from the document. Labels are as printed; bullets and paragraphs, which carry none, are counted (・2, 第3段).
/// </summary>
public sealed class Passage
{
    public required int Id { get; init; }

    public required GuidelineDocument Document { get; init; }

    /// <summary>
    /// The clause path as printed, for example ７(3)イ(ｱ); empty for text before any numbering that has no name of its own.
    /// </summary>
    public required string Clause { get; init; }

    /// <summary>Headings from the document's outermost to the one this passage stands under, its own included.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>Position in the document's text, in UTF-16 units.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>What this passage says itself, without its children: the heading line, the lead, or the whole of a leaf.</summary>
    public required string OwnText { get; init; }

    /// <summary>The line of the file (or the paragraph of a Word file), from 1.</summary>
    public required int Line { get; init; }

    public required Passage? Parent { get; init; }

    public required PassageKind Kind { get; init; }

    public List<Passage> Children { get; } = [];

    public string Text => Document.Text[Start..End];

    public string Heading => string.Join(" ＞ ", Headings);

    public bool IsLeaf => Children.Count == 0;

    public override string ToString() => $"{Document.Name} {Clause}";
}

/// <summary>What a passage is on the page: a heading with things below it, an item or paragraph, or a table.</summary>
public enum PassageKind
{
    Heading,
    Item,
    Paragraph,
    Table,
}
