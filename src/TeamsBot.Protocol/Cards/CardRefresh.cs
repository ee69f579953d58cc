using AdaptiveCards;

namespace TeamsBot.Protocol.Cards;

/// <summary>Asks clients to fetch the viewer's own version of a card (protocol.md 4.1).</summary>
public static class CardRefresh
{
    public const int MaxUserIds = 60;

    /// <param name="userIds">Whose clients ask by themselves, at most 60 (<c>29:</c> ids).</param>
    /// <exception cref="ArgumentException">More than 60 people: the service would refuse the message.</exception>
    public static AdaptiveRefresh For(AdaptiveExecuteAction action, IReadOnlyList<string>? userIds = null) =>
        userIds is { Count: > MaxUserIds }
            ? throw new ArgumentException("A card can ask at most 60 people to refresh.", nameof(userIds))
            : new AdaptiveRefresh { Action = action, UserIds = [.. userIds ?? []] };
}
