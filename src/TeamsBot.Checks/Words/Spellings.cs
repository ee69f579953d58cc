namespace TeamsBot.Checks.Words;

/// <summary>
/// Writes out the spellings that one entry of a word list stands for: <c>取(り|)扱(い|)</c> means four words. A <c>|</c> at an end asks that
/// the word stops there: its neighbour is of another script, so that 外人 is not found in 海外人材. <c>\(</c> is a bracket of the text. A
/// <c>*</c> behind a verb or adjective in its dictionary form stands for all its forms (<see cref="Inflection"/>): ごまかす* finds ごまかして and
/// ごまかそう.
/// </summary>
internal static class Spellings
{
    public static IEnumerable<ListedWord> Of(string entry)
    {
        var (opens, closes) = (entry.StartsWith('|'), entry.EndsWith('|') && entry.Length > 1);
        var body = entry[(opens ? 1 : 0)..(closes ? ^1 : ^0)];
        var inflects = body.EndsWith('*');
        return Expand(HideBrackets(inflects ? body[..^1] : body))
            .Where(word => word.Length > 0)
            .SelectMany(word => inflects ? Inflection.Of(word) : [word])
            .Select(word => new ListedWord(word.Replace('\uE000', '(').Replace('\uE001', ')'), opens, closes));
    }

    /// <summary>True when one of the spellings is the empty word, which would match everywhere.</summary>
    public static bool MayBeEmpty(string entry) => Expand(HideBrackets(entry)).Any(word => word.Length == 0);

    private static string HideBrackets(string entry) =>
        entry.Replace("\\(", "\uE000", StringComparison.Ordinal).Replace("\\)", "\uE001", StringComparison.Ordinal);

    private static IEnumerable<string> Expand(string pattern)
    {
        var open = pattern.IndexOf('(', StringComparison.Ordinal);
        if (open < 0) return [pattern];
        var close = Closing(pattern, open);
        var head = pattern[..open];
        var tails = Expand(pattern[(close + 1)..]).ToArray();
        return Choices(pattern[(open + 1)..close])
            .SelectMany(Expand)
            .SelectMany(choice => tails.Select(tail => head + choice + tail));
    }

    private static int Closing(string pattern, int open)
    {
        var depth = 0;
        for (var i = open; i < pattern.Length; i++)
        {
            if (pattern[i] == '(') depth++;
            else if (pattern[i] == ')' && --depth == 0) return i;
        }

        throw new FormatException($"'{pattern}' opens a bracket that it does not close.");
    }

    private static IEnumerable<string> Choices(string inside)
    {
        var (depth, start) = (0, 0);
        for (var i = 0; i < inside.Length; i++)
        {
            if (inside[i] == '(') depth++;
            else if (inside[i] == ')') depth--;
            else if (inside[i] == '|' && depth == 0)
            {
                yield return inside[start..i];
                start = i + 1;
            }
        }

        yield return inside[start..];
    }
}

/// <summary>One spelling to find, and whether its ends must be ends of a word.</summary>
internal readonly record struct ListedWord(string Text, bool Opens, bool Closes);
