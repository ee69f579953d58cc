using System.Text;
using AdaptiveCards;

namespace TeamsBot.Protocol.Cards;

/// <summary>
/// How large a card is on the wire (protocol.md 3.10). Every card has a test that its largest form stays under the limit.
/// </summary>
public static class CardSize
{
    /// <summary>
    /// The limit we keep, in UTF-8 bytes: other surfaces still take 28 KB only, and a message may hold more than the card.
    /// </summary>
    public const int MaxBytes = 24 * 1024;

    /// <summary>The card's JSON in UTF-8 bytes. A Japanese character counts three.</summary>
    public static int BytesOf(AdaptiveCard card) => Encoding.UTF8.GetByteCount(card.ToJson());

    /// <summary>Room for what stands around the card in a message: addresses, ids, the summary; in UTF-16 units.</summary>
    public const int Envelope = 1_500;

    /// <summary>As the service counts a message that holds the card: UTF-16 units of its JSON with the envelope.</summary>
    public static int UnitsOf(AdaptiveCard card) => card.ToJson().Length + Envelope;

    /// <summary>
    /// Whether a message with the card keeps to our limit in both ways of counting: the service's, and the bytes of other surfaces.
    /// </summary>
    public static bool FitsMessage(AdaptiveCard card) => UnitsOf(card) <= MaxBytes && Fits(card);

    public static bool Fits(AdaptiveCard card) => BytesOf(card) <= MaxBytes;
}
