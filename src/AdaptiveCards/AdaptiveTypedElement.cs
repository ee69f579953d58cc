namespace AdaptiveCards;

/// <summary>Whatever of a card says its type: the card, its elements and its actions.</summary>
public abstract class AdaptiveTypedElement
{
    /// <summary>The schema's word, for example <c>TextBlock</c>. Set by each class; the writer goes by the class.</summary>
    public abstract string Type { get; set; }

    /// <summary>Of an input: the name under which its value arrives.</summary>
    public string? Id { get; set; }

    /// <summary>What a client shows that does not know this type.</summary>
    public AdaptiveFallbackElement? Fallback { get; set; }

    /// <summary>
    /// Members the schema does not know, for example Teams' own. Plain values, lists and dictionaries only: what else there is, serializers
    /// write differently.
    /// </summary>
    public IDictionary<string, object> AdditionalProperties
    {
        get => Additional ??= new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        set => Additional = value;
    }

    internal IDictionary<string, object>? Additional { get; private set; }
}

public enum AdaptiveFallbackType
{
    None,

    /// <summary>Left out.</summary>
    Drop,

    Content,
}

/// <summary>A fallback: leave it out, or show <see cref="Content"/> instead.</summary>
public sealed class AdaptiveFallbackElement
{
    public AdaptiveFallbackElement()
    {
    }

    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType) => Type = fallbackType;

    public AdaptiveFallbackElement(AdaptiveTypedElement fallbackContent) =>
        (Type, Content) = (AdaptiveFallbackType.Content, fallbackContent);

    public AdaptiveFallbackType Type { get; set; }
    public AdaptiveTypedElement? Content { get; set; }
}
