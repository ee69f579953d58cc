using System.Runtime.CompilerServices;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;
using TeamsBot.Turns;

namespace TeamsBot.Welcome;

/// <summary>
/// Orders what can be done by how much its words resemble what was typed. Entries that take any text come first when nothing resembles it.
/// </summary>
internal static class NearestCommands
{
    /// <summary>A lower share of pairs is chance: the more commands there are, the more of them have some syllable of any text.</summary>
    private const double Resemblance = 0.4;

    /// <summary>The entries are few and stay; their words are taken apart once.</summary>
    private static readonly ConditionalWeakTable<MenuEntry, LetterPairs[]> Known = [];

    public static IEnumerable<MenuEntry> Of(string text, IEnumerable<MenuEntry> entries)
    {
        var typed = new LetterPairs(TurnRouter.Fold(text));
        return entries
            .OrderByDescending(entry =>
                Known
                    .GetValue(entry, static one => [.. one.Words.Select(word => new LetterPairs(TurnRouter.Fold(word)))])
                    .Max(word => Likeness(typed, word))
            )
            .ThenByDescending(entry => entry.TakesText);
    }

    /// <summary>Shared character pairs over all pairs (Dice), with a bonus where one contains the other. 0 to 2.</summary>
    private static double Likeness(LetterPairs a, LetterPairs b)
    {
        if (a.Text.Length == 0 || b.Text.Length == 0) return 0;
        var bonus = a.Text.Contains(b.Text, StringComparison.Ordinal) || b.Text.Contains(a.Text, StringComparison.Ordinal) ? 1 : 0;
        var all = a.Count + b.Count;
        if (all == 0) return bonus;
        var shared = 2.0 * a.SharedWith(b) / all;
        return shared > Resemblance ? bonus + shared : bonus;
    }
}
