namespace TeamsBot.Checks.WordBooks;

/// <summary>
/// Takes a look-behind off the front and a look-ahead off the end of a pattern: <c>サーバ(?!ー)</c> becomes サーバ and the condition "no ー
/// follows". Only whole conditions at the very ends are taken; anything else stays and is refused by the engine without backtracking.
/// </summary>
internal static class PatternEnds
{
    public static ((string Pattern, bool Wanted)? Look, string Remaining) Before(string pattern)
    {
        var wanted = pattern.StartsWith("(?<=", StringComparison.Ordinal);
        if (!wanted && !pattern.StartsWith("(?<!", StringComparison.Ordinal)) return (null, pattern);
        var close = Close(pattern, 0);
        return close < 0 || close == pattern.Length - 1 || HasTopLevelChoice(pattern)
            ? (null, pattern)
            : ((pattern[4..close], wanted), pattern[(close + 1)..]);
    }

    public static ((string Pattern, bool Wanted)? Look, string Remaining) After(string pattern)
    {
        if (!pattern.EndsWith(')') || HasTopLevelChoice(pattern)) return (null, pattern);
        for (var open = pattern.Length - 2; open > 0; open--)
        {
            if (pattern[open] != '(' || pattern[open - 1] == '\\' || Close(pattern, open) != pattern.Length - 1) continue;
            var wanted = string.CompareOrdinal(pattern, open, "(?=", 0, 3) == 0;
            if (!wanted && string.CompareOrdinal(pattern, open, "(?!", 0, 3) != 0) return (null, pattern);
            return ((pattern[(open + 3)..^1], wanted), pattern[..open]);
        }

        return (null, pattern);
    }

    private static bool HasTopLevelChoice(string pattern)
    {
        var depth = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == '[') i = ClassEnd(pattern, i);
            else if (pattern[i] == '(') depth++;
            else if (pattern[i] == ')') depth--;
            else if (pattern[i] == '|' && depth == 0) return true;
        }

        return false;
    }

    private static int Close(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == '[') i = ClassEnd(pattern, i);
            else if (pattern[i] == '(') depth++;
            else if (pattern[i] == ')' && --depth == 0) return i;
        }

        return -1;
    }

    internal static int ClassEnd(string pattern, int open)
    {
        for (var i = open + 1; i < pattern.Length; i++)
        {
            if (pattern[i] == '\\') i++;
            else if (pattern[i] == ']' && i > open + 1) return i;
        }

        return pattern.Length - 1;
    }
}
