using System.Globalization;

namespace TeamsBot.Approvals.Model;

/// <summary>
/// What differs between two texts, sentence by sentence: a sentence that stands in both is part of no change, even where the ones around it
/// changed in the same line. Meant for posts; longer texts are compared as one piece.
/// </summary>
internal static class TextChanges
{
    /// <summary>Sentences and line breaks of a text; the comparison takes their square.</summary>
    private const int MaxParts = 600;

    /// <summary>Changed sentences in a row that are paired by likeness; more are paired in order.</summary>
    private const int MaxPaired = 30;

    private const string Break = "\n";

    /// <summary>Pairs of old and new; null where something was taken out or put in.</summary>
    public static List<(string? Old, string? New)> Between(string before, string after)
    {
        string[] olds = [.. Parts(before)], news = [.. Parts(after)];
        if (olds.Length > MaxParts || news.Length > MaxParts) return before == after ? [] : [(before, after)];
        var common = Lengths(olds, news);
        var changes = new List<(string? Old, string? New)>();
        var (i, j) = (0, 0);
        while (i < olds.Length || j < news.Length)
        {
            var (taken, put) = (new List<string>(), new List<string>());
            while ((i < olds.Length || j < news.Length) && !(i < olds.Length && j < news.Length && olds[i] == news[j]))
            {
                if (j >= news.Length || (i < olds.Length && common[i + 1, j] >= common[i, j + 1])) taken.Add(olds[i++]);
                else put.Add(news[j++]);
            }

            var (old, now) = (string.Concat(taken), string.Concat(put));
            changes.AddRange(Unbroken(old).Length > 0 && IsOfBreaksOnly(old, now) ? Breaks(old, now) : Paired(taken, put));
            (i, j) = (i + 1, j + 1);
        }

        return changes;
    }

    /// <summary>The texts have the same words; only lines begin elsewhere.</summary>
    public static bool IsOfBreaksOnly(string before, string after) => before != after && Unbroken(before) == Unbroken(after);

    private static string Unbroken(string text) => text.Replace(Break, "", StringComparison.Ordinal);

    /// <summary>Each break that came or went, with the words beside it, where nothing else differs.</summary>
    private static IEnumerable<(string? Old, string? New)> Breaks(string before, string after)
    {
        for (var (i, j) = (0, 0); i < before.Length || j < after.Length;)
        {
            if (i < before.Length && j < after.Length && before[i] == after[j])
            {
                (i, j) = (i + 1, j + 1);
                continue;
            }

            var isTaken = i < before.Length && before[i] == '\n';
            var (left, right) = isTaken ? (Left(before, i), Right(before, i)) : (Left(after, j), Right(after, j));
            yield return isTaken ? ($"{left}\n{right}", left + right) : (left + right, $"{left}\n{right}");
            if (isTaken) i++;
            else j++;
        }

        static string Left(string text, int at) => text[(text.LastIndexOf('\n', Math.Max(0, at - 1), Math.Max(0, at)) + 1)..at];

        static string Right(string text, int at) => text[(at + 1)..].Split('\n')[0];
    }

    /// <summary>The characters of a text as people count them (UAX 29): half of one is nothing to show.</summary>
    public static string[] Characters(string text)
    {
        var found = new List<string>();
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();) found.Add(elements.GetTextElement());
        return [.. found];
    }

    /// <summary>Sentences with their mark, and each line break for itself.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            var isBreak = text[at] == '\n';
            if (isBreak && at > from) yield return text[from..at];
            if (isBreak) yield return Break;
            // Marks that follow each other, and the bracket that closes what was said, end one sentence.
            else if (!IsEnd(text[at]) || (at + 1 < text.Length && (IsEnd(text[at + 1]) || text[at + 1] is '」' or '）' or ')'))) continue;
            else yield return text[from..(at + 1)];
            from = at + 1;
        }

        if (from < text.Length) yield return text[from..];
    }

    private static bool IsEnd(char sign) => sign is '。' or '！' or '？' or '!' or '?';

    /// <summary>A break that came or went beside a changed sentence is no change of its own.</summary>
    private static IEnumerable<(string? Old, string? New)> Paired(List<string> taken, List<string> put)
    {
        List<string> olds = taken.FindAll(part => part != Break), news = put.FindAll(part => part != Break);
        if (olds.Count + news.Count == 0)
        {
            // Breaks on both sides would be common to both texts.
            if (taken.Count != put.Count) yield return taken.Count > 0 ? (Break, null) : (null, Break);
            yield break;
        }

        var (shorter, longer) = olds.Count <= news.Count ? (olds, news) : (news, olds);
        var partners = longer.Count > MaxPaired ? [.. Enumerable.Range(0, shorter.Count)] : Partners(shorter, longer);
        var next = 0;
        for (var at = 0; at < longer.Count; at++)
        {
            var partner = next < partners.Length && partners[next] == at ? shorter[next++] : null;
            yield return shorter == olds ? (partner, longer[at]) : (longer[at], partner);
        }
    }

    /// <summary>For each of the shorter list its place in the longer, in order, so that most stays alike.</summary>
    private static int[] Partners(List<string> shorter, List<string> longer)
    {
        var best = new int[shorter.Count + 1, longer.Count + 1];
        for (var i = shorter.Count - 1; i >= 0; i--)
        {
            for (var j = longer.Count - 1; j >= 0; j--)
            {
                var paired = longer.Count - j < shorter.Count - i ? int.MinValue : Alike(shorter[i], longer[j]) + best[i + 1, j + 1];
                var passed = longer.Count - j - 1 < shorter.Count - i ? int.MinValue : best[i, j + 1];
                best[i, j] = Math.Max(paired, passed);
            }
        }

        var partners = new int[shorter.Count];
        for (var (i, j) = (0, 0); i < shorter.Count; j++)
        {
            if (longer.Count - j > shorter.Count - i && best[i, j] == best[i, j + 1]) continue;
            partners[i++] = j;
        }

        return partners;
    }

    /// <summary>UTF-16 units in common at both ends.</summary>
    private static int Alike(string a, string b)
    {
        var (head, tail, most) = (0, 0, Math.Min(a.Length, b.Length));
        while (head < most && a[head] == b[head]) head++;
        while (tail < most - head && a[^(tail + 1)] == b[^(tail + 1)]) tail++;
        return head + tail;
    }

    /// <summary>Longest common subsequence lengths of the parts from each position on.</summary>
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
}
