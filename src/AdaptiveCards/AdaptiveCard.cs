using System.Globalization;

namespace AdaptiveCards;

/// <summary>A card. Only what Teams draws reliably exists here; there are no tables, media, or date macros of the client.</summary>
public sealed class AdaptiveCard : AdaptiveTypedElement
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";
    public const string TypeName = "AdaptiveCard";

    /// <param name="schemaVersion">The lowest version of the schema a client must know, for example <c>1.5</c>.</param>
    public AdaptiveCard(string schemaVersion) : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    public override string Type { get; set; } = TypeName;
    public AdaptiveSchemaVersion Version { get; set; }
    public List<AdaptiveElement> Body { get; set; } = [];

    /// <summary>The buttons at the foot.</summary>
    public List<AdaptiveAction> Actions { get; set; } = [];

    public AdaptiveRefresh? Refresh { get; set; }

    /// <summary>What is said where the card itself cannot be drawn, and in notifications.</summary>
    public string? FallbackText { get; set; }

    /// <summary>The language of the card, for example <c>ja</c>.</summary>
    public string? Lang { get; set; }

    /// <summary>The card as it goes out, in one line. The bot never reads a card back into this model.</summary>
    public string ToJson() => CardWriter.ToJson(this);
}

/// <summary>Asks clients to fetch the viewer's own version of the card.</summary>
public sealed class AdaptiveRefresh
{
    public AdaptiveAction? Action { get; set; }

    /// <summary>Whose clients ask by themselves.</summary>
    public List<string> UserIds { get; set; } = [];
}

/// <summary>A version of the card schema.</summary>
public sealed class AdaptiveSchemaVersion
{
    public AdaptiveSchemaVersion(int major, int minor) => (Major, Minor) = (major, minor);

    /// <exception cref="FormatException">Not of the form <c>1.5</c>.</exception>
    public AdaptiveSchemaVersion(string versionString)
    {
        ArgumentNullException.ThrowIfNull(versionString);
        var parts = versionString.Split('.');
        Major = int.Parse(parts[0], CultureInfo.InvariantCulture);
        Minor = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
    }

    public int Major { get; set; }
    public int Minor { get; set; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");
}
