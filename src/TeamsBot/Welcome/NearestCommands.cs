using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Welcome;

/// <summary>Orders what can be done by how much its words resemble what was typed. Entries that take any text come first when nothing resembles it.</summary>
internal static class NearestCommands
{
    public static IEnumerable<MenuEntry> Of(string text, IEnumerable<MenuEntry> entries)
    {
        var typed = TurnRouter.Fold(text);
        return entries.OrderByDescending(entry => entry.Words.Max(word => Likeness(typed, TurnRouter.Fold(word)))).ThenByDescending(entry => entry.TakesText);
    }

    /// <summary>A lower share of pairs is chance: the more commands there are, the more of them have some syllable of any text.</summary>
    private const double Resemblance = 0.4;

    /// <summary>Shared character pairs over all pairs (Dice), with a bonus where one contains the other. 0 to 2.</summary>
    private static double Likeness(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return 0;
        var bonus = a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal) ? 1 : 0;
        var (pairsA, pairsB) = (Pairs(a), Pairs(b));
        if (pairsA.Count + pairsB.Count == 0) return bonus;
        var shared = 2.0 * pairsA.Intersect(pairsB).Count() / (pairsA.Count + pairsB.Count);
        return shared > Resemblance ? bonus + shared : bonus;
    }

    private static HashSet<string> Pairs(string text) => [.. Enumerable.Range(0, Math.Max(0, Math.Min(text.Length, 64) - 1)).Select(at => text.Substring(at, 2))];
}
