namespace TeamsBot.Guidelines.Lexicon;

/// <summary>Counts typing slips between two words: a character left out, added, changed, or two swapped.</summary>
internal static class Slips
{
    /// <summary>The number of slips, or anything above <paramref name="most"/> when there are more.</summary>
    public static int Between(string a, string b, int most)
    {
        var (before, last, now) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                now[j] = Math.Min(changed, Math.Min(last[j], now[j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = Math.Min(now[j], before[j - 2] + 1);
                least = Math.Min(least, now[j]);
            }

            if (least > most) return least;
            (before, last, now) = (last, now, before);
        }

        return last[b.Length];
    }
}
