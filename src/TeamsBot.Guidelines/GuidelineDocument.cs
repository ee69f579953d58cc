namespace TeamsBot.Guidelines;

/// <summary>
/// One official document as it was loaded. <see cref="Text"/> is the document as a reader sees it: radicals mapped to their characters,
/// wrapped lines joined, page numbers inside sentences taken out, nothing else changed or reordered.
/// </summary>
public sealed class GuidelineDocument
{
    /// <summary>The file's name; citations carry it.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The edition as printed (令和6年10月, 2024年4月1日更新); null where the document prints none.</summary>
    public required string? Edition { get; init; }

    public required string Text { get; init; }

    /// <summary>In the order of the text; a clause stands before what is under it.</summary>
    public List<Passage> Passages { get; } = [];
}
