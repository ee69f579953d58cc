namespace AdaptiveCards;

public enum AdaptiveTextSize
{
    Default,
    Small,
    Medium,
    Large,
    ExtraLarge,
}

public enum AdaptiveTextWeight
{
    Default,
    Lighter,
    Bolder,
}

public enum AdaptiveTextColor
{
    Default,
    Dark,
    Light,
    Accent,
    Good,
    Warning,
    Attention,
}

public enum AdaptiveTextBlockStyle
{
    Paragraph,
    Heading,
}

public enum AdaptiveFontType
{
    Default,
    Monospace,
}

public enum AdaptiveSpacing
{
    Default,
    None,
    Small,
    Medium,
    Large,
    ExtraLarge,
    Padding,
}

public enum AdaptiveHorizontalAlignment
{
    Left,
    Center,
    Right,
}

public enum AdaptiveVerticalContentAlignment
{
    Top,
    Center,
    Bottom,
}

public enum AdaptiveContainerStyle
{
    Default,
    Emphasis,
    Good,
    Attention,
    Warning,
    Accent,
}

public enum AdaptiveTextInputStyle
{
    Text,
    Tel,
    Url,
    Email,
}

public enum AdaptiveChoiceInputStyle
{
    Compact,
    Expanded,
}

public enum AdaptiveAssociatedInputs
{
    Auto,
    None,
}
