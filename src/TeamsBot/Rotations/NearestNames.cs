using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Rotations;

/// <summary>Orders things by how much their names resemble what was typed: by shared pairs of characters. None is left out.</summary>
internal static class NearestNames
{
    public static IEnumerable<T> Of<T>(string typed, IEnumerable<T> things, Func<T, string> name)
    {
        var wanted = Pairs(typed);
        return things.OrderByDescending(thing => Pairs(name(thing)).Count(wanted.Contains));
    }

    private static HashSet<string> Pairs(string text)
    {
        var folded = TurnRouter.Fold(text);
        return [.. Enumerable.Range(0, Math.Max(0, folded.Length - 1)).Select(at => folded.Substring(at, 2))];
    }
}
