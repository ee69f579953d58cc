using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals;

/// <summary>
/// Shows what changed between two texts, line by line and inside a changed line by its common beginning and end. Meant for posts of some
/// hundred characters; longer texts than <see cref="MaxLines"/> lines are compared by their ends only.
/// </summary>
internal static class TextDifference
{
    private const int MaxLines = 200;

    private const int MaxShown = 20;

    public static IEnumerable<AdaptiveElement> Lines(string before, string after)
    {
        var changes = Changes(before.Split('\n'), after.Split('\n'));
        foreach (var (old, now) in changes.Take(MaxShown))
        {
            var (head, tail) = Common(old ?? "", now ?? "");
            if (old is not null) yield return Line("－ ", old, head, tail, AdaptiveTextColor.Attention, struck: true);
            if (now is not null) yield return Line("＋ ", now, head, tail, AdaptiveTextColor.Good, struck: false);
        }

        if (changes.Count > MaxShown) yield return CardParts.Remark("変更が多いため、はじめの20か所を表示しています。");
    }

    /// <summary>Pairs of old and new lines that differ; null where a line was taken out or put in.</summary>
    private static List<(string? Old, string? New)> Changes(string[] before, string[] after)
    {
        if (before.Length > MaxLines || after.Length > MaxLines) return [(string.Join('\n', before), string.Join('\n', after))];
        var common = Lengths(before, after);
        var changes = new List<(string? Old, string? New)>();
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                i++;
                j++;
                continue;
            }

            var (olds, news) = (new List<string>(), new List<string>());
            while ((i < before.Length || j < after.Length) && !(i < before.Length && j < after.Length && before[i] == after[j]))
            {
                if (j >= after.Length || (i < before.Length && common[i + 1, j] >= common[i, j + 1])) olds.Add(before[i++]);
                else news.Add(after[j++]);
            }

            for (var at = 0; at < Math.Max(olds.Count, news.Count); at++) changes.Add((olds.ElementAtOrDefault(at), news.ElementAtOrDefault(at)));
        }

        return changes;
    }

    /// <summary>Longest common subsequence lengths of the lines from each position on.</summary>
    private static int[,] Lengths(string[] before, string[] after)
    {
        var lengths = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = before[i] == after[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static (int Head, int Tail) Common(string a, string b)
    {
        var (head, tail, shorter) = (0, 0, Math.Min(a.Length, b.Length));
        while (head < shorter && a[head] == b[head]) head++;
        while (tail < shorter - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        return (head, tail);
    }

    private static AdaptiveRichTextBlock Line(string sign, string text, int head, int tail, AdaptiveTextColor color, bool struck) => new()
    {
        Inlines = [
            new AdaptiveTextRun { Text = sign, Color = color, Weight = AdaptiveTextWeight.Bolder },
            new AdaptiveTextRun { Text = text[..head] },
            new AdaptiveTextRun { Text = text[head..^tail], Color = color, Weight = AdaptiveTextWeight.Bolder, Strikethrough = struck },
            new AdaptiveTextRun { Text = text[^tail..] },
        ],
        Spacing = AdaptiveSpacing.None,
    };
}
