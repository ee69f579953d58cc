using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Cards;

/// <summary>Orders things by how much their names resemble what was typed: by shared pairs of characters.</summary>
internal static class NearestNames
{
    /// <summary>Those that have a pair in common with it; who looks for 佐々木 is not helped by 佐藤.</summary>
    public static IEnumerable<T> Near<T>(string typed, IEnumerable<T> things, Func<T, string> name)
    {
        var wanted = new LetterPairs(TurnRouter.Fold(typed));
        return Of(typed, things.Where(thing => wanted.SharedWith(new(TurnRouter.Fold(name(thing)))) > 0), name);
    }

    /// <summary>All of them, the nearest first.</summary>
    public static IEnumerable<T> Of<T>(string typed, IEnumerable<T> things, Func<T, string> name)
    {
        var wanted = new LetterPairs(TurnRouter.Fold(typed));
        return things.OrderByDescending(thing => wanted.SharedWith(new(TurnRouter.Fold(name(thing)))));
    }
}
