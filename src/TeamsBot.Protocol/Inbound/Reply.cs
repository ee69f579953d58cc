using AdaptiveCards;

namespace TeamsBot.Protocol.Inbound;

/// <summary>
/// What a handler answers. For an invoke it becomes the HTTP body; for a message or a fallback button it becomes an outgoing message in the
/// same conversation. Never both, so nobody reads an answer twice.
/// </summary>
public sealed record Reply
{
    private Reply()
    {
    }

    public AdaptiveCard? Card { get; private init; }

    public string? Text { get; private init; }

    /// <summary>It holds words of the sender that must not be kept: nobody stores it to answer a second delivery with.</summary>
    public bool IsPrivate { get; private init; }

    /// <summary>Nothing to say.</summary>
    public static Reply None { get; } = new();

    public static Reply Show(AdaptiveCard card) => new() { Card = card };

    /// <summary>A card that may be shown and not kept (see <see cref="IsPrivate"/>).</summary>
    public static Reply ShowPrivately(AdaptiveCard card) => new() { Card = card, IsPrivate = true };

    public static Reply Say(string text) => new() { Text = text };
}
