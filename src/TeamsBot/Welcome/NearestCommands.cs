using System.Runtime.CompilerServices;
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

    /// <summary>Longer than any command; of a longer text only the beginning is compared pair by pair.</summary>
    private const int Compared = 64;

    /// <summary>The entries are few and stay; their words are taken apart once.</summary>
    private static readonly ConditionalWeakTable<MenuEntry, Word[]> Known = [];

    public static IEnumerable<MenuEntry> Of(string text, IEnumerable<MenuEntry> entries)
    {
        var typed = new Word(TurnRouter.Fold(text));
        return entries
            .OrderByDescending(entry =>
                Known
                    .GetValue(entry, static one => [.. one.Words.Select(word => new Word(TurnRouter.Fold(word)))])
                    .Max(word => Likeness(typed, word))
            )
            .ThenByDescending(entry => entry.TakesText);
    }

    /// <summary>Shared character pairs over all pairs (Dice), with a bonus where one contains the other. 0 to 2.</summary>
    private static double Likeness(Word a, Word b)
    {
        if (a.Text.Length == 0 || b.Text.Length == 0) return 0;
        var bonus = a.Text.Contains(b.Text, StringComparison.Ordinal) || b.Text.Contains(a.Text, StringComparison.Ordinal) ? 1 : 0;
        var all = a.Pairs.Length + b.Pairs.Length;
        if (all == 0) return bonus;
        var shared = 2.0 * Shared(a.Pairs, b.Pairs) / all;
        return shared > Resemblance ? bonus + shared : bonus;
    }

    private static int Shared(uint[] a, uint[] b)
    {
        var shared = 0;
        for (int at = 0, other = 0; at < a.Length && other < b.Length;)
        {
            if (a[at] == b[other]) shared++;
            if (a[at] <= b[other]) at++;
            else other++;
        }

        return shared;
    }

    /// <param name="Text">In the form commands are compared in.</param>
    private sealed record Word(string Text)
    {
        /// <summary>Each pair of neighbouring characters once, in order.</summary>
        public uint[] Pairs { get; } =
        [
            .. Enumerable
                .Range(0, Math.Max(0, Math.Min(Text.Length, Compared) - 1))
                .Select(at => ((uint)Text[at] << 16) | Text[at + 1])
                .Distinct()
                .Order(),
        ];
    }
}
