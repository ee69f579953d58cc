namespace AdaptiveCards;

/// <summary>Something drawn in a card's body.</summary>
/// <remarks>
/// Some members of the elements remember whether they were set (<c>Given…</c>): those are written also where they say the default, because
/// cards of ours say it. A client draws both alike. The other members are written where they differ from the default.
/// </remarks>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    public bool IsVisible { get; set; } = true;

    /// <summary>A line above the element.</summary>
    public bool Separator { get; set; }

    public AdaptiveSpacing Spacing { get; set; }
}

/// <summary>
/// Text, read as Markdown by clients: our own words only. Cut off at the end of the line where <see cref="Wrap"/> is not set.
/// </summary>
public sealed class AdaptiveTextBlock : AdaptiveElement
{
    public const string TypeName = "TextBlock";

    public override string Type { get; set; } = TypeName;
    public string Text { get; set; } = "";
    public bool Wrap { get => GivenWrap ?? false; set => GivenWrap = value; }
    public AdaptiveTextSize Size { get; set; }
    public AdaptiveTextWeight Weight { get; set; }
    public AdaptiveTextColor Color { get => GivenColor ?? AdaptiveTextColor.Default; set => GivenColor = value; }
    public bool IsSubtle { get => GivenIsSubtle ?? false; set => GivenIsSubtle = value; }

    /// <summary><see cref="AdaptiveTextBlockStyle.Heading"/> marks headings for screen readers.</summary>
    public AdaptiveTextBlockStyle Style { get; set; }

    public AdaptiveFontType FontType { get; set; }
    public AdaptiveHorizontalAlignment HorizontalAlignment
    {
        get => GivenAlignment ?? AdaptiveHorizontalAlignment.Left;
        set => GivenAlignment = value;
    }
    public int MaxLines { get; set; }

    internal bool? GivenWrap { get; private set; }
    internal AdaptiveTextColor? GivenColor { get; private set; }
    internal bool? GivenIsSubtle { get; private set; }
    internal AdaptiveHorizontalAlignment? GivenAlignment { get; private set; }
}

/// <summary>Label and value in two columns.</summary>
public sealed class AdaptiveFactSet : AdaptiveElement
{
    public const string TypeName = "FactSet";

    public override string Type { get; set; } = TypeName;
    public List<AdaptiveFact> Facts { get; set; } = [];
}

public sealed class AdaptiveFact
{
    public string Title { get; set; } = "";
    public string Value { get; set; } = "";
}

/// <summary>Buttons inside the body. Older clients honour an action's fallback only here.</summary>
public sealed class AdaptiveActionSet : AdaptiveElement
{
    public const string TypeName = "ActionSet";

    public override string Type { get; set; } = TypeName;
    public List<AdaptiveAction> Actions { get; set; } = [];
}
