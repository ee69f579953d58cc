namespace TeamsBot.Checks.Text;

/// <summary>
/// Finds every word of a dictionary in one pass (Aho-Corasick): the time depends on the text, not on how many words there are. Words are
/// compared after NFKC and in lower case. Built once, then read by any number of threads.
/// </summary>
internal sealed class WordIndex<T>
{
    private readonly Dictionary<(int State, char Next), int> next = [];
    private readonly List<int> fail = [0];
    private readonly List<List<(int Length, T Value)>?> ends = [null];

    public WordIndex(IEnumerable<(string Word, T Value)> words)
    {
        var children = new List<List<(char, int)>> { new() };
        foreach (var (word, value) in words)
        {
            var key = Fold(word);
            if (key.Length == 0) continue;
            var state = 0;
            foreach (var c in key)
            {
                if (!next.TryGetValue((state, c), out var to))
                {
                    to = fail.Count;
                    fail.Add(0);
                    ends.Add(null);
                    children.Add([]);
                    next.Add((state, c), to);
                    children[state].Add((c, to));
                }

                state = to;
            }

            (ends[state] ??= []).Add((key.Length, value));
        }

        Link(children);
    }

    /// <summary>
    /// Every occurrence in a normalised text, overlapping ones included, ordered by end and longest first.
    /// </summary>
    public IEnumerable<(int Start, int Length, T Value)> Find(string normal)
    {
        if (fail.Count == 1) yield break;
        var state = 0;
        for (var i = 0; i < normal.Length; i++)
        {
            var c = Lower(normal[i]);
            int to;
            while (!next.TryGetValue((state, c), out to) && state != 0) state = fail[state];
            state = to;
            for (var at = state; at != 0; at = fail[at])
            {
                if (ends[at] is not { } found) continue;
                foreach (var (length, value) in found) yield return (i + 1 - length, length, value);
            }
        }
    }

    private void Link(List<List<(char Next, int State)>> children)
    {
        var queue = new Queue<int>();
        foreach (var (_, state) in children[0]) queue.Enqueue(state);
        while (queue.TryDequeue(out var state))
        {
            foreach (var (c, child) in children[state])
            {
                var at = fail[state];
                int to;
                while (!next.TryGetValue((at, c), out to) && at != 0) at = fail[at];
                fail[child] = to;
                queue.Enqueue(child);
            }
        }
    }

    private static string Fold(string word) => string.Concat(new NormalView(word).Text.Select(Lower));

    private static char Lower(char c) => char.ToLowerInvariant(c);
}
