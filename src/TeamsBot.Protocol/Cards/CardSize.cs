using System.Text;
using AdaptiveCards;

namespace TeamsBot.Protocol.Cards;

/// <summary>How large a card is on the wire (protocol.md 3.10). Every card has a test that its largest form stays under the limit.</summary>
public static class CardSize
{
    /// <summary>The limit we keep, in UTF-8 bytes: other surfaces still take 28 KB only, and a message may hold more than the card.</summary>
    public const int MaxBytes = 24 * 1024;

    /// <summary>The card's JSON in UTF-8 bytes. A Japanese character counts three.</summary>
    public static int BytesOf(AdaptiveCard card) => Encoding.UTF8.GetByteCount(card.ToJson());

    public static bool Fits(AdaptiveCard card) => BytesOf(card) <= MaxBytes;
}
