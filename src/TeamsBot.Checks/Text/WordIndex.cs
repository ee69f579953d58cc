using System.Text;

namespace TeamsBot.Checks.Text;

/// <summary>
/// Finds every word of a dictionary in one pass (Aho-Corasick): the time depends on the text, not on how many words there are. Words are
/// compared after NFKC and in lower case. Built once, then read by any number of threads. The transitions stand in one flat hash table over
/// (state, letter), because a text touches few of the many states and a table that small in its used parts stays in the processor's cache.
/// </summary>
internal sealed class WordIndex<T>
{
    private static readonly ushort[] NoLetters = new ushort[256];

    /// <summary>Letters that occur in words are numbered from 1; 0 is every other letter, which no word can contain.</summary>
    private readonly ushort[][] letters = [.. Enumerable.Repeat(NoLetters, 256)];
    private readonly int letterCount = 1;
    private readonly int[] keys;
    private readonly int[] targets;
    private readonly int shift;
    private readonly int[] fail;

    /// <summary>For each state the nearest state on its failure path, itself included, at which words end; 0 for none.</summary>
    private readonly int[] ending;
    private readonly int[] endingBehind;
    private readonly (int Length, T Value)[]?[] ends;

    public WordIndex(IEnumerable<(string Word, T Value)> words)
    {
        var children = new List<List<(int Letter, int State)>> { new() };
        var found = new List<List<(int, T)>?> { null };
        foreach (var (word, value) in words)
        {
            var key = Fold(word);
            if (key.Length == 0) continue;
            var state = 0;
            foreach (var c in key)
            {
                var letter = Number(c, ref letterCount);
                var at = children[state].FindIndex(child => child.Letter == letter);
                if (at < 0)
                {
                    at = children[state].Count;
                    children[state].Add((letter, children.Count));
                    children.Add([]);
                    found.Add(null);
                }

                state = children[state][at].State;
            }

            (found[state] ??= []).Add((key.Length, value));
        }

        var bits = Math.Max(4, 33 - int.LeadingZeroCount(children.Count * 2));
        shift = 32 - bits;
        keys = new int[1 << bits];
        targets = new int[1 << bits];
        for (var state = 0; state < children.Count; state++)
        {
            foreach (var (letter, to) in children[state]) Put(state, letter, to);
        }

        ends = [.. found.Select(list => list?.ToArray())];
        fail = new int[children.Count];
        ending = new int[children.Count];
        endingBehind = new int[children.Count];
        Link(children);
    }

    /// <summary>
    /// Every occurrence in a normalised text, overlapping ones included, ordered by end and longest first.
    /// </summary>
    public IEnumerable<(int Start, int Length, T Value)> Find(string normal)
    {
        if (fail.Length == 1) yield break;
        var state = 0;
        for (var i = 0; i < normal.Length; i++)
        {
            state = Step(state, normal[i]);
            for (var at = ending[state]; at != 0; at = endingBehind[at])
            {
                foreach (var (length, value) in ends[at]!) yield return (i + 1 - length, length, value);
            }
        }
    }

    private int Step(int state, char c)
    {
        var lower = Lower(c);
        int letter = letters[lower >> 8][lower & 0xFF];
        if (letter == 0) return 0;
        int to;
        while ((to = Get(state, letter)) == 0 && state != 0) state = fail[state];
        return to;
    }

    private int Get(int state, int letter)
    {
        var key = (state * letterCount) + letter;
        for (var at = (int)((uint)key * 2654435769u >> shift); keys[at] != 0; at = (at + 1) & (keys.Length - 1))
        {
            if (keys[at] == key) return targets[at];
        }

        return 0;
    }

    private void Put(int state, int letter, int to)
    {
        var key = (state * letterCount) + letter;
        var at = (int)((uint)key * 2654435769u >> shift);
        while (keys[at] != 0) at = (at + 1) & (keys.Length - 1);
        (keys[at], targets[at]) = (key, to);
    }

    private void Link(List<List<(int Letter, int State)>> children)
    {
        var queue = new Queue<int>(children[0].Select(child => child.State));
        foreach (var (_, state) in children[0]) ending[state] = ends[state] is null ? 0 : state;
        while (queue.TryDequeue(out var state))
        {
            foreach (var (letter, child) in children[state])
            {
                var at = fail[state];
                int to;
                while ((to = Get(at, letter)) == 0 && at != 0) at = fail[at];
                fail[child] = to;
                endingBehind[child] = ending[to];
                ending[child] = ends[child] is null ? ending[to] : child;
                queue.Enqueue(child);
            }
        }
    }

    private int Number(char c, ref int count)
    {
        if (ReferenceEquals(letters[c >> 8], NoLetters)) letters[c >> 8] = new ushort[256];
        ref var number = ref letters[c >> 8][c & 0xFF];
        if (number == 0) number = checked((ushort)count++);
        return number;
    }

    private static string Fold(string word) => string.Concat(word.Normalize(NormalizationForm.FormKC).Select(Lower));

    private static char Lower(char c) => c is >= '\u3000' and < '\uFF00' ? c : char.ToLowerInvariant(c);
}
