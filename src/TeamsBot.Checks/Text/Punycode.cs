namespace TeamsBot.Checks.Text;

/// <summary>How long a non-ASCII host label is once encoded (RFC 3492); the encoded text itself is never needed.</summary>
internal static class Punycode
{
    public static int EncodedLength(string label)
    {
        var points = label.EnumerateRunes().Select(rune => rune.Value).ToArray();
        var basic = points.Count(point => point < 0x80);
        var length = 4 + basic + (basic > 0 ? 1 : 0);
        var (n, delta, bias, handled) = (0x80, 0, 72, basic);
        while (handled < points.Length)
        {
            var next = points.Where(point => point >= n).Min();
            delta += (next - n) * (handled + 1);
            n = next;
            foreach (var point in points)
            {
                if (point < n) delta++;
                if (point != n) continue;
                length += Digits(delta, bias);
                bias = Adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled++;
            }

            delta++;
            n++;
        }

        return length;
    }

    private static int Digits(int delta, int bias)
    {
        var count = 1;
        for (var k = 36; ; k += 36)
        {
            var threshold = k <= bias ? 1 : k >= bias + 26 ? 26 : k - bias;
            if (delta < threshold) return count;
            delta = (delta - threshold) / (36 - threshold);
            count++;
        }
    }

    private static int Adapt(int delta, int points, bool first)
    {
        delta = first ? delta / 700 : delta / 2;
        delta += delta / points;
        var k = 0;
        while (delta > 455)
        {
            delta /= 35;
            k += 36;
        }

        return k + (36 * delta / (delta + 38));
    }
}
