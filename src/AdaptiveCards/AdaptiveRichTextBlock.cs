namespace AdaptiveCards;

/// <summary>
/// Text that is shown as it is. Clients read the text of a <see cref="AdaptiveTextBlock"/> as Markdown, so whatever a person typed belongs
/// here: a pasted asterisk stays an asterisk and a pasted link cannot pose as ours.
/// </summary>
public sealed class AdaptiveRichTextBlock : AdaptiveElement
{
    public const string TypeName = "RichTextBlock";

    public override string Type { get; set; } = TypeName;
    public List<AdaptiveInline> Inlines { get; set; } = [];
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }
}

/// <summary>A part of a <see cref="AdaptiveRichTextBlock"/>.</summary>
public abstract class AdaptiveInline
{
    public abstract string Type { get; set; }
}

/// <summary>A stretch of text in one style. Line breaks inside a run are not reliable; one block per line is.</summary>
public sealed class AdaptiveTextRun : AdaptiveInline
{
    public const string TypeName = "TextRun";

    public override string Type { get; set; } = TypeName;
    public string Text { get; set; } = " ";
    public AdaptiveTextWeight Weight { get; set; }
    public AdaptiveTextColor Color { get => GivenColor ?? AdaptiveTextColor.Default; set => GivenColor = value; }
    public AdaptiveTextSize Size { get; set; }
    public bool IsSubtle { get; set; }
    public bool Highlight { get; set; }
    public bool Strikethrough { get; set; }
    public bool Underline { get; set; }

    internal AdaptiveTextColor? GivenColor { get; private set; }
}
