namespace AdaptiveCards;

/// <summary>An element that holds others.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement
{
    public AdaptiveContainerStyle? Style { get; set; }

    /// <summary>Its background reaches the edge of what holds it.</summary>
    public bool Bleed { get; set; }

    /// <summary>With its unit, for example <c>100px</c>.</summary>
    public string? MinHeight { get; set; }

    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>What a press anywhere on it does.</summary>
    public AdaptiveAction? SelectAction { get; set; }
}

public sealed class AdaptiveContainer : AdaptiveCollectionElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;
    public List<AdaptiveElement> Items { get; set; } = [];
}

public sealed class AdaptiveColumnSet : AdaptiveCollectionElement
{
    public const string TypeName = "ColumnSet";

    public override string Type { get; set; } = TypeName;
    public List<AdaptiveColumn> Columns { get; set; } = [];
}

public sealed class AdaptiveColumn : AdaptiveCollectionElement
{
    public const string TypeName = "Column";

    public override string Type { get; set; } = TypeName;
    public List<AdaptiveElement> Items { get; set; } = [];

    /// <summary>A word of <see cref="AdaptiveColumnWidth"/>, a weight, or a number of pixels (<c>50px</c>).</summary>
    public string? Width { get; set; }
}

/// <summary>Words for <see cref="AdaptiveColumn.Width"/>.</summary>
public static class AdaptiveColumnWidth
{
    public const string Auto = "auto";
    public const string Stretch = "stretch";
}
