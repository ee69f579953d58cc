namespace TeamsBot.Checks.Text;

/// <summary>
/// Which kanji share a reading, so that an input method may offer one for the other (readings.txt). Made once, then only read.
/// </summary>
internal static class Readings
{
    private static readonly HashSet<char> None = [];
    private static readonly Dictionary<char, HashSet<char>> Groups = Load();

    /// <summary>The letters that a letter is mistaken for, itself included; empty for a letter of no list.</summary>
    public static IReadOnlySet<char> Like(char letter) => Groups.GetValueOrDefault(letter, None);

    /// <summary>Two words of equal length that may be read alike, letter by letter.</summary>
    public static bool SoundAlike(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length != other.Length) return false;
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != other[i] && !Like(one[i]).Contains(other[i])) return false;
        }

        return true;
    }

    private static Dictionary<char, HashSet<char>> Load()
    {
        var groups = new Dictionary<char, HashSet<char>>();
        foreach (var letters in EmbeddedText.Lines("readings.txt").Select(line => line.Split(' ')[1]))
        {
            foreach (var letter in letters)
            {
                if (!groups.TryGetValue(letter, out var others)) groups[letter] = others = [];
                others.UnionWith(letters);
            }
        }

        return groups;
    }
}
