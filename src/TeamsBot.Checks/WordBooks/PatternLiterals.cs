using System.Text;

namespace TeamsBot.Checks.WordBooks;

/// <summary>
/// The literal words of which every match of a pattern must hold one, so that thousands of patterns cost one pass over the text.
/// Conservative: when it is not plainly so, there are none and the pattern is tried on every text.
/// </summary>
internal static class PatternLiterals
{
    public static IReadOnlyList<string> Of(string pattern)
    {
        var literals = new List<string>();
        foreach (var branch in Branches(pattern))
        {
            if (Longest(branch) is not { Length: > 0 } literal) return [];
            literals.Add(literal);
        }

        return literals;
    }

    /// <summary>The longest run of plain letters outside brackets and without a quantifier that lets it be absent.</summary>
    private static string Longest(string branch)
    {
        var best = "";
        var run = new StringBuilder();
        for (var i = 0; i < branch.Length; i++)
        {
            var c = branch[i];
            if (c == '\\' && i + 1 < branch.Length && !char.IsLetterOrDigit(branch[i + 1]))
            {
                run.Append(branch[++i]);
                continue;
            }

            if (c is '?' or '*' or '{')
            {
                if (run.Length > 0) run.Length--;
                End();
                if (c == '{') i = Skip(branch, i, '}');
            }
            else if (c is '\\')
            {
                End();
                i++;
            }
            else if (c is '(') End(i = Group(branch, i));
            else if (c is '[') End(i = PatternEnds.ClassEnd(branch, i));
            else if (c is '.' or '^' or '$' or '+' or ')' or ']' or '}') End();
            else run.Append(c);
        }

        End();
        return best;

        void End(int _ = 0)
        {
            if (run.Length > best.Length) best = run.ToString();
            run.Clear();
        }
    }

    private static int Group(string branch, int open)
    {
        var depth = 0;
        for (var i = open; i < branch.Length; i++)
        {
            if (branch[i] == '\\') i++;
            else if (branch[i] == '[') i = PatternEnds.ClassEnd(branch, i);
            else if (branch[i] == '(') depth++;
            else if (branch[i] == ')' && --depth == 0) return i;
        }

        return branch.Length - 1;
    }

    private static int Skip(string branch, int from, char to)
    {
        var at = branch.IndexOf(to, from);
        return at < 0 ? branch.Length - 1 : at;
    }

    private static IEnumerable<string> Branches(string pattern)
    {
        var start = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == '[') i = PatternEnds.ClassEnd(pattern, i);
            else if (pattern[i] == '(') i = Group(pattern, i);
            else if (pattern[i] == '|')
            {
                yield return pattern[start..i];
                start = i + 1;
            }
        }

        yield return pattern[start..];
    }
}
