using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Cards;

/// <summary>Orders things by how much their names resemble what was typed: by shared pairs of characters. None is left out.</summary>
internal static class NearestNames
{
    public static IEnumerable<T> Of<T>(string typed, IEnumerable<T> things, Func<T, string> name)
    {
        var wanted = new LetterPairs(TurnRouter.Fold(typed));
        return things.OrderByDescending(thing => wanted.SharedWith(new(TurnRouter.Fold(name(thing)))));
    }
}
