namespace TeamsBot.Guidelines.Ingest;

/// <summary>
/// One paragraph, item, heading line or table row as it stands in a document, before its place in the hierarchy is known.
/// Readers of the four formats all produce these; what the format itself says about structure is kept as a hint.
/// </summary>
/// <param name="Line">Line of the file, from 1; the paragraph's number in a Word file.</param>
/// <param name="Text">As a reader sees it, the printed or computed number included.</param>
internal sealed record Block(int Line, string Text)
{
    /// <summary>The heading level the format states, 1 to 6; 0 where it states none.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>How deep in lists the format says it stands; 0 outside lists.</summary>
    public int ListDepth { get; init; }

    public bool IsTableRow { get; init; }

    /// <summary>The first block of a printed page, where the text still shows it.</summary>
    public bool StartsPage { get; init; }

    /// <summary>Three or more empty lines, or a page, lie before it.</summary>
    public bool AfterGap { get; init; }
}
