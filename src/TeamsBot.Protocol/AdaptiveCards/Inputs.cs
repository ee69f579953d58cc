namespace TeamsBot.Protocol.AdaptiveCards;

/// <summary>A field. Every input needs a label, a tick box its title: a placeholder alone is lost to screen readers.</summary>
public abstract record InputElement(string? Label) : CardElement
{
    public bool? IsRequired { get; init; }

    /// <summary>Shown by the client when its own validation fails; the server validates again all the same.</summary>
    public string? ErrorMessage { get; init; }
}

public sealed record TextInput(string Label) : InputElement(Label)
{
    public string? Value { get; init; }
    public string? Placeholder { get; init; }
    public bool? IsMultiline { get; init; }
    public int? MaxLength { get; init; }
    public string? Style { get; init; }
}

/// <summary>A calendar date; the value is <c>yyyy-MM-dd</c>.</summary>
public sealed record DateInput(string Label) : InputElement(Label)
{
    public string? Value { get; init; }
    public string? Min { get; init; }
    public string? Max { get; init; }
}

/// <summary>A clock time; the value is <c>HH:mm</c>.</summary>
public sealed record TimeInput(string Label) : InputElement(Label)
{
    public string? Value { get; init; }
}

/// <summary>A tick box. An untouched one may arrive as <c>"false"</c> whatever <see cref="ValueOff"/> says (protocol.md B).</summary>
public sealed record ToggleInput(string Title) : InputElement((string?)null)
{
    public string? Value { get; init; }
    public string? ValueOn { get; init; }
    public string? ValueOff { get; init; }
    public bool Wrap { get; init; } = true;
}

/// <param name="Choices">What may be chosen; the server accepts nothing else.</param>
public sealed record ChoiceSetInput(string Label, IReadOnlyList<Choice> Choices) : InputElement(Label)
{
    public string? Value { get; init; }
    public string? Style { get; init; }
    public string? Placeholder { get; init; }
    public bool? IsMultiSelect { get; init; }
    public bool Wrap { get; init; } = true;
}

public sealed record Choice(string Title, string Value);
