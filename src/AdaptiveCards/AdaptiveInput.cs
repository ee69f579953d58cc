namespace AdaptiveCards;

/// <summary>A field. Every input needs a label, a tick box its title: a placeholder alone is lost to screen readers.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    public string? Label { get; set; }
    public bool IsRequired { get; set; }

    /// <summary>Shown by the client when its own validation fails; the server validates again all the same.</summary>
    public string? ErrorMessage { get; set; }
}

public sealed class AdaptiveTextInput : AdaptiveInput
{
    public const string TypeName = "Input.Text";

    public override string Type { get; set; } = TypeName;
    public string? Value { get; set; }
    public string? Placeholder { get; set; }
    public bool IsMultiline { get; set; }

    /// <summary>0 for no limit.</summary>
    public int MaxLength { get; set; }

    public AdaptiveTextInputStyle Style { get => GivenStyle ?? AdaptiveTextInputStyle.Text; set => GivenStyle = value; }

    internal AdaptiveTextInputStyle? GivenStyle { get; private set; }
}

/// <summary>A calendar date; values are <c>yyyy-MM-dd</c>.</summary>
public sealed class AdaptiveDateInput : AdaptiveInput
{
    public const string TypeName = "Input.Date";

    public override string Type { get; set; } = TypeName;
    public string? Value { get; set; }
    public string? Min { get; set; }
    public string? Max { get; set; }
}

/// <summary>A clock time; values are <c>HH:mm</c>.</summary>
public sealed class AdaptiveTimeInput : AdaptiveInput
{
    public const string TypeName = "Input.Time";

    public override string Type { get; set; } = TypeName;
    public string? Value { get; set; }
    public string? Min { get; set; }
    public string? Max { get; set; }
}

/// <summary>A tick box. An untouched one may arrive as <c>"false"</c> whatever <see cref="ValueOff"/> says.</summary>
public sealed class AdaptiveToggleInput : AdaptiveInput
{
    public const string TypeName = "Input.Toggle";

    public override string Type { get; set; } = TypeName;
    public string Title { get; set; } = "";
    public string? Value { get; set; }

    /// <summary>The package's default is <c>True</c>, not the schema's <c>true</c>: whoever compares the answer sets both.</summary>
    public string? ValueOn { get; set; } = bool.TrueString;

    public string? ValueOff { get; set; } = bool.FalseString;
    public bool Wrap { get; set; }
}

public sealed class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    /// <summary>What may be chosen; the server accepts nothing else.</summary>
    public List<AdaptiveChoice> Choices { get; set; } = [];

    /// <summary>With <see cref="IsMultiSelect"/>, several separated by commas.</summary>
    public string? Value { get; set; }

    public AdaptiveChoiceInputStyle Style { get => GivenStyle ?? AdaptiveChoiceInputStyle.Compact; set => GivenStyle = value; }
    public string? Placeholder { get; set; }
    public bool IsMultiSelect { get => GivenIsMultiSelect ?? false; set => GivenIsMultiSelect = value; }
    public bool Wrap { get; set; }

    internal AdaptiveChoiceInputStyle? GivenStyle { get; private set; }
    internal bool? GivenIsMultiSelect { get; private set; }
}

public sealed class AdaptiveChoice
{
    public string Title { get; set; } = "";
    public string Value { get; set; } = "";
}
