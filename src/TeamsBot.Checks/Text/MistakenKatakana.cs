namespace TeamsBot.Checks.Text;

/// <summary>
/// Katakana words one slip away from a word of municipal notices: a letter missing, doubled, exchanged with its neighbour, or ツヤユヨ for ッャュョ
/// (ウオーキング is a spelling in use). Only a whole run of katakana is looked up, so that a part of a longer word never counts. Long vowels at
/// the end are a matter of style.
/// </summary>
internal static class MistakenKatakana
{
    private const int Shortest = 5;

    private static readonly Dictionary<string, string> Slips = Make();

    /// <summary>The word meant by a run of katakana, or null when the run is no such slip.</summary>
    public static string? Meant(ReadOnlySpan<char> run) =>
        Slips.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(run, out var word) ? word : null;

    private static Dictionary<string, string> Make()
    {
        var words = EmbeddedText
            .Lines("katakana.txt")
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.All(IsKatakana))
            .ToHashSet(StringComparer.Ordinal);
        var slips = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words.Where(word => word.Length >= Shortest).Order(StringComparer.Ordinal))
        {
            foreach (var slip in Of(word))
            {
                if (!words.Contains(slip) && !words.Contains(slip + "ー") && slip + "ー" != word) slips.TryAdd(slip, word);
            }
        }

        return slips;
    }

    private static IEnumerable<string> Of(string word)
    {
        const string large = "ツヤユヨ", small = "ッャュョ";
        for (var i = 1; i < word.Length; i++)
        {
            if (i < word.Length - 1) yield return word.Remove(i, 1);
            yield return word.Insert(i, word[i].ToString());
            if (word[i] != word[i - 1] && i > 1) yield return $"{word[..(i - 1)]}{word[i]}{word[i - 1]}{word[(i + 1)..]}";
            if (small.IndexOf(word[i], StringComparison.Ordinal) is var at and >= 0)
                yield return $"{word[..i]}{large[at]}{word[(i + 1)..]}";
        }
    }

    public static bool IsKatakana(char c) => c is (>= 'ァ' and <= 'ヶ') or 'ー';
}
