namespace TeamsBot.Protocol.AdaptiveCards;

/// <summary>
/// Text that is shown as it is. Clients read the text of a <see cref="TextBlock"/> as Markdown, so whatever a person typed belongs here: a
/// pasted asterisk stays an asterisk and a pasted link cannot pose as ours.
/// </summary>
public sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement
{
    public string? HorizontalAlignment { get; init; }
}

/// <summary>A stretch of text in one style. Line breaks inside a run are not reliable; one block per line is.</summary>
public sealed record TextRun(string Text)
{
    public string Type => "TextRun";
    public string? Weight { get; init; }
    public string? Color { get; init; }
    public string? Size { get; init; }
    public bool? IsSubtle { get; init; }
    public bool? Highlight { get; init; }
    public bool? Strikethrough { get; init; }
    public bool? Underline { get; init; }
}
