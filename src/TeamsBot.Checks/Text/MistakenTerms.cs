namespace TeamsBot.Checks.Text;

/// <summary>
/// Common words of municipal notices with one letter mistaken for another of the same sound or shape: 開間時間, 募集人枚. Made once from two lists;
/// a variant that is itself a word of the list, or part of one, is left out, so that only spellings nobody means are searched for.
/// </summary>
internal static class MistakenTerms
{
    /// <summary>A shorter word with another letter is too often another word.</summary>
    private const int Shortest = 4;

    /// <summary>Variants that are words in their own right.</summary>
    private static readonly HashSet<string> Words = new("文化公演会 市民共働 参加費要 火災警報機 住宅用火災警報機 開催日事 観光教会 会館時間".Split(' '), StringComparer.Ordinal);

    /// <summary>Words no municipal term is made of, each sounding like one that many are.</summary>
    private static readonly string[] Strange = "自動 次官 器官 起源 紀元 視覚 酸化 航海 師事 私事 自身 自信 細心 衣料".Split(' ');

    private static readonly Dictionary<char, HashSet<char>> Confused = Groups();

    /// <summary>The letters that are mistaken for this one by shape or sound.</summary>
    public static IReadOnlySet<char> Like(char letter) => Confused.GetValueOrDefault(letter, []);

    public static IEnumerable<(string Wrong, string Right)> All()
    {
        var groups = Confused;
        var terms = EmbeddedText
            .Lines("terms.txt")
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        var text = string.Join(' ', terms);
        var taken = new HashSet<string>(Words, StringComparer.Ordinal);
        foreach (var term in terms.Where(term => term.Length >= Shortest))
        {
            for (var i = 0; i < term.Length; i++)
            {
                if (!groups.TryGetValue(term[i], out var others)) continue;
                foreach (var other in others)
                {
                    if (other is '附' or '碍' || (i == term.Length - 1 && other is '開' or '回' or '所')) continue;
                    var wrong = $"{term[..i]}{other}{term[(i + 1)..]}";
                    if (taken.Add(wrong) && !text.Contains(wrong, StringComparison.Ordinal)) yield return (wrong, term);
                }
            }

            foreach (var (wrong, right) in Heard(term))
            {
                if (taken.Add(wrong) && !text.Contains(wrong, StringComparison.Ordinal)) yield return (wrong, right);
            }
        }
    }

    /// <summary>A word that sounds like one of the words the term is made of, and that nobody means beside the other: 自動手当.</summary>
    private static IEnumerable<(string Wrong, string Right)> Heard(string term)
    {
        for (var i = 0; i + 2 <= term.Length; i++)
        {
            foreach (var word in Strange)
            {
                if (word[0] != term[i] && word[1] != term[i + 1] && Readings.SoundAlike(term.AsSpan(i, 2), word))
                    yield return ($"{term[..i]}{word}{term[(i + 2)..]}", term);
            }
        }
    }

    private static Dictionary<char, HashSet<char>> Groups()
    {
        var groups = new Dictionary<char, HashSet<char>>();
        foreach (var line in EmbeddedText.Lines("confusables.txt"))
        {
            var letters = line.Where(c => c is not (>= 'ぁ' and <= 'ゖ')).Distinct().ToArray();
            foreach (var letter in letters)
            {
                if (!groups.TryGetValue(letter, out var others)) groups[letter] = others = [];
                others.UnionWith(letters.Where(other => other != letter));
            }
        }

        return groups;
    }
}
