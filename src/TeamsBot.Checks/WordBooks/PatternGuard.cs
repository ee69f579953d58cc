using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TeamsBot.Checks.WordBooks;

/// <summary>A pattern that may be used, or why not; the refusal is plain Japanese for the desk that typed it.</summary>
public sealed record PatternVerdict(GuardedPattern? Pattern, string? Refusal);

/// <summary>
/// Admits patterns that administrators type. Refused: what is no pattern, what is too long, what repeats too often, what matches nothing at
/// all or everything, what cannot run without backtracking (back references, look-arounds in the middle, atomic groups), and what is slow
/// on a probe all the same.
/// </summary>
public static class PatternGuard
{
    public const int MaxLength = 200;
    private const int MaxRepeat = 50;
    private const int MaxRepeatProduct = 200;
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// What was admitted is linear in the text; only a machine that gives us no processor for so long could end a check with this.
    /// </summary>
    private static readonly TimeSpan RunLimit = TimeSpan.FromSeconds(5);

    public static PatternVerdict Admit(string pattern, bool ignoreCase = false)
    {
        if (string.IsNullOrWhiteSpace(pattern)) return Refuse("パターンが空です。");
        if (pattern.Length > MaxLength) return Refuse($"パターンが長すぎます（{pattern.Length}文字、上限{MaxLength}文字）。");
        if (Repeats(pattern) is { } repeats) return Refuse(repeats);
        var options = Options | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
        var (lookBefore, rest) = PatternEnds.Before(pattern);
        var (lookAfter, middle) = PatternEnds.After(rest);
        try
        {
            var probed = new Regex(middle, options, ProbeLimit);
            if (probed.IsMatch("")) return Refuse("何もない所にも一致するパターンです。必ず1文字以上に一致するように書いてください。");
            Probe(probed, middle);
            return new PatternVerdict(
                new GuardedPattern(
                    pattern,
                    new Regex(middle, options, RunLimit),
                    Look(lookBefore, options, atEnd: true),
                    Look(lookAfter, options, atEnd: false),
                    PatternLiterals.Of(middle)
                ),
                null
            );
        }
        catch (RegexMatchTimeoutException)
        {
            return Refuse("検索に時間がかかりすぎるパターンです。「.*」や繰り返しを減らしてください。");
        }
        catch (NotSupportedException)
        {
            return Refuse("後方参照、途中の先読み・後読み、アトミックグループは使えません。前後の条件はパターンの両端にだけ書けます。");
        }
        catch (ArgumentException wrong)
        {
            return Refuse($"正規表現として読めません（{wrong.Message}）。");
        }
    }

    private static (Regex, bool)? Look((string Pattern, bool Wanted)? look, RegexOptions options, bool atEnd) =>
        look is { } found
            ? (new Regex(atEnd ? $"(?:{found.Pattern})\\z" : $"\\A(?:{found.Pattern})", options, RunLimit), found.Wanted)
            : null;

    /// <summary>Ten thousand characters made of the pattern's own letters, the text on which it is slowest.</summary>
    private static void Probe(Regex body, string pattern)
    {
        var letters = string.Concat(pattern.Where(c => char.IsLetterOrDigit(c) || c > 0x7F));
        var text = new StringBuilder();
        while (text.Length < 10_000) text.Append(letters.Length == 0 ? "あaア漢1" : letters).Append('あ');
        _ = body.Count(text.ToString());
    }

    /// <summary>The reason to refuse counted repeats, or null.</summary>
    private static string? Repeats(string pattern)
    {
        var product = 1L;
        foreach (Match count in Regex.Matches(pattern, @"\{(?<from>\d{1,9})(?:,(?<to>\d{0,9}))?\}", Options, RunLimit))
        {
            var most = int.Parse(
                count.Groups["to"] is { Length: > 0 } to ? to.Value : count.Groups["from"].Value,
                CultureInfo.InvariantCulture
            );
            if (most > MaxRepeat) return $"繰り返しの回数（{most}）が多すぎます（上限{MaxRepeat}）。";
            product *= Math.Max(1, most);
        }

        return product > MaxRepeatProduct ? "繰り返しの重なりが多すぎます。回数を減らしてください。" : null;
    }

    private static PatternVerdict Refuse(string why) => new(null, why);
}
