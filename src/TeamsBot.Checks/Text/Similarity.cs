using System.Text;
using System.Text.RegularExpressions;

namespace TeamsBot.Checks.Text;

/// <summary>How alike two posts are to a reader: links, white space, punctuation and emoji do not count.</summary>
internal static partial class Similarity
{
    /// <summary>Dice's coefficient over pairs of neighbouring characters: 1 is the same text, 0 shares nothing.</summary>
    public static double Of(string left, string right)
    {
        var (a, b) = (Plain(left), Plain(right));
        if (a.Length < 2 || b.Length < 2) return a.Length > 0 && a == b ? 1 : 0;
        var pairs = new Dictionary<(char, char), int>(a.Length);
        for (var i = 0; i + 1 < a.Length; i++) pairs[(a[i], a[i + 1])] = pairs.GetValueOrDefault((a[i], a[i + 1])) + 1;
        var shared = 0;
        for (var i = 0; i + 1 < b.Length; i++)
        {
            if (pairs.GetValueOrDefault((b[i], b[i + 1])) is var count and > 0)
            {
                pairs[(b[i], b[i + 1])] = count - 1;
                shared++;
            }
        }

        return 2.0 * shared / (a.Length + b.Length - 2);
    }

    /// <summary>
    /// True when both speak of one thing: they share a run of at least five characters that names something, not a set phrase.
    /// </summary>
    public static bool SharesSubject(string left, string right)
    {
        var (a, b) = (Plain(left), Plain(right));
        const int run = 5;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i + run <= a.Length; i++) seen.Add(a.Substring(i, run));
        for (var i = 0; i + run <= b.Length; i++)
        {
            var piece = b.Substring(i, run);
            if (seen.Contains(piece) && piece.Count(c => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u30A1' and <= '\u30FE')) >= 4)
                return true;
        }

        return false;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in Link().Replace(new NormalView(text).Text, "").AsSpan())
        {
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
        }

        return plain.ToString();
    }

    [GeneratedRegex(@"https?://[!-~]{1,300}", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Link();
}
