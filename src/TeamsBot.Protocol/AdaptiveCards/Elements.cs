using System.Text.Json.Serialization;

namespace TeamsBot.Protocol.AdaptiveCards;

/// <summary>Something drawn in a card's body. Enumerated values are the schema's own words (<c>"Good"</c>, <c>"Small"</c>).</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(RichTextBlock), "RichTextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(TextInput), "Input.Text")]
[JsonDerivedType(typeof(DateInput), "Input.Date")]
[JsonDerivedType(typeof(TimeInput), "Input.Time")]
[JsonDerivedType(typeof(ToggleInput), "Input.Toggle")]
[JsonDerivedType(typeof(ChoiceSetInput), "Input.ChoiceSet")]
public abstract record CardElement
{
    public string? Id { get; init; }
    public bool? IsVisible { get; init; }
    public bool? Separator { get; init; }
    public string? Spacing { get; init; }
}

/// <summary>Text. Wraps unless told otherwise; <c>Style = "heading"</c> marks headings for screen readers.</summary>
public sealed record TextBlock(string Text) : CardElement
{
    public bool Wrap { get; init; } = true;
    public string? Size { get; init; }
    public string? Weight { get; init; }
    public string? Color { get; init; }
    public bool? IsSubtle { get; init; }
    public string? Style { get; init; }
    public string? FontType { get; init; }
    public string? HorizontalAlignment { get; init; }
    public int? MaxLines { get; init; }
}

public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public string? Style { get; init; }
    public bool? Bleed { get; init; }
}

public sealed record ColumnSet(IReadOnlyList<Column> Columns) : CardElement;

/// <param name="Width"><c>"auto"</c>, <c>"stretch"</c> or a weight.</param>
public sealed record Column(IReadOnlyList<CardElement> Items, string Width = "stretch")
{
    public string Type => "Column";
    public string? VerticalContentAlignment { get; init; }
}

public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

public sealed record Fact(string Title, string Value);

/// <summary>Buttons inside the body. Older clients honour an action's fallback only here (protocol.md 4.1).</summary>
public sealed record ActionSet(IReadOnlyList<CardActionElement> Actions) : CardElement;
