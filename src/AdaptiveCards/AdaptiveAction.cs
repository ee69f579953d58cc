namespace AdaptiveCards;

/// <summary>A button.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    public string? Title { get; set; }

    /// <summary><c>default</c>, <c>positive</c> or <c>destructive</c>.</summary>
    public string? Style { get; set; } = "default";

    public string? Tooltip { get; set; }

    /// <summary>False draws the button greyed out. A client may ignore it: the server refuses again.</summary>
    public bool IsEnabled { get; set; } = true;
}

/// <summary>A button whose press is sent to the bot and answered with a card.</summary>
public sealed class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    public override string Type { get; set; } = TypeName;
    public string? Verb { get; set; }

    /// <summary>Plain values, lists and dictionaries only.</summary>
    public object? Data { get; set; }

    /// <summary>
    /// <see cref="AdaptiveAssociatedInputs.None"/> leaves the card's inputs out, so that an empty required field cannot hold the button
    /// back.
    /// </summary>
    public AdaptiveAssociatedInputs AssociatedInputs { get => GivenInputs ?? AdaptiveAssociatedInputs.Auto; set => GivenInputs = value; }

    internal AdaptiveAssociatedInputs? GivenInputs { get; private set; }
}

/// <summary>A button of older clients and of dialogs, whose data arrives as a message.</summary>
public sealed class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

    /// <summary>Plain values, lists and dictionaries only.</summary>
    public object? Data { get; set; }
}

public sealed class AdaptiveOpenUrlAction : AdaptiveAction
{
    public const string TypeName = "Action.OpenUrl";

    public override string Type { get; set; } = TypeName;
    public Uri? Url { get; set; }
}

/// <summary>Shows or hides elements without asking the bot.</summary>
public sealed class AdaptiveToggleVisibilityAction : AdaptiveAction
{
    public const string TypeName = "Action.ToggleVisibility";

    public override string Type { get; set; } = TypeName;
    public List<AdaptiveTargetElement> TargetElements { get; set; } = [];
}

public sealed class AdaptiveTargetElement
{
    public string ElementId { get; set; } = "";

    /// <summary>Null turns the element over.</summary>
    public bool? IsVisible { get; set; }
}

/// <summary>Unfolds a further card in place, for example the field for a reason.</summary>
public sealed class AdaptiveShowCardAction : AdaptiveAction
{
    public const string TypeName = "Action.ShowCard";

    public override string Type { get; set; } = TypeName;
    public AdaptiveCard? Card { get; set; }
}
