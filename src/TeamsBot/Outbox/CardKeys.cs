using System.Globalization;

namespace TeamsBot.Outbox;

/// <summary>
/// One thing may come to a person in several messages, one after another: each new one rings, and the one before it is changed a last time.
/// All of a thing's keys begin alike: <c>draft:12</c>, <c>draft:12@1</c>, <c>draft:12@2</c>.
/// </summary>
internal static class CardKeys
{
    private const char Count = '@';

    /// <param name="message">0 for the first message of the thing at this address.</param>
    public static string Of(string thing, int message) =>
        message == 0 ? thing : string.Create(CultureInfo.InvariantCulture, $"{thing}{Count}{message}");

    public static string Thing(string cardKey) =>
        cardKey.IndexOf(Count, StringComparison.Ordinal) is > 0 and var at ? cardKey[..at] : cardKey;
}
