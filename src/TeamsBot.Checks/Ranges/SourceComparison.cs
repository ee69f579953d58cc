using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Ranges;

/// <summary>
/// Looks in an already published text for every date, time and number of a draft that is said to repeat it [asaka-5-2-1]. It compares facts
/// and no wording: what a draft leaves out is no difference. It does not know where the published text came from; a person vouches for
/// that.
/// </summary>
public static partial class SourceComparison
{
    /// <summary>
    /// The dates, times and numbers of the draft that the published text does not have, as the draft writes them, in order.
    /// </summary>
    /// <param name="on">The day of the comparison in Japan; settles years that are not written.</param>
    public static IReadOnlyList<string> Missing(string draft, string published, DateOnly on)
    {
        var (ours, theirs) = (new DraftText(draft), new DraftText(published));
        var missing = new List<(int At, string Words)>();
        var known = theirs.Dates(on);
        foreach (var date in ours.Dates(on).Where(date => !known.Any(other => IsSame(date, other))))
            missing.Add((date.Piece.Start, ours.TextOf(date.Piece)));

        var minutes = TimesOf(theirs).Select(time => time.Minutes).ToHashSet();
        foreach (var time in TimesOf(ours).Where(time => !minutes.Contains(time.Minutes)))
            missing.Add((time.Piece.Start, ours.TextOf(time.Piece)));

        var numbers = NumbersOf(theirs, []).Select(number => Plain(number.Value)).ToHashSet(StringComparer.Ordinal);
        foreach (
            var number in NumbersOf(ours, [.. ours.Dates(on).Select(date => date.Piece), .. TimesOf(ours).Select(time => time.Piece)])
                .Where(number => !numbers.Contains(Plain(number.Value)))
        )
            missing.Add((number.Index, number.Value));

        return [.. missing.OrderBy(found => found.At).Select(found => found.Words).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>A year counts where both name one; a weekday counts where both print one.</summary>
    private static bool IsSame(DateMention ours, DateMention theirs) =>
        (ours.Month, ours.Day) == (theirs.Month, theirs.Day)
        && (ours.YearAssumed || theirs.YearAssumed || ours.Date == theirs.Date)
        && (ours.Weekday is null || theirs.Weekday is null || ours.Weekday == theirs.Weekday);

    private static IEnumerable<TimeMention> TimesOf(DraftText text) => text.Times.Where(time => !text.InUrl(time.Piece.Start));

    /// <param name="taken">Pieces whose digits were compared already.</param>
    private static IEnumerable<Match> NumbersOf(DraftText text, IReadOnlyList<Piece> taken) => Number().Matches(text.Normal)
        .Where(match => !text.InUrl(match.Index) && !taken.Any(piece => piece.Start <= match.Index && match.Index < piece.End));

    /// <summary>1,200 and 1200 are one number, and so are 048-463-1111 and 048(463)1111.</summary>
    private static string Plain(string number) => string.Concat(number.Where(letter => letter is '.' || char.IsLetterOrDigit(letter)));

    /// <summary>Digits with their separators and the large unit behind them (5万), or kanji numerals before a counter (三十人).</summary>
    [GeneratedRegex(
        @"[0-9](?:[0-9,\-()]*[0-9])?(?:\.[0-9]+)?[百千万億兆]*|(?:[二三四五六七八九十百千][〇一二三四五六七八九十百千万]*|一[〇一二三四五六七八九十百千万]+)(?=[人名円組個件台枚歳回])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Number();
}
