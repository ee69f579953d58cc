using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Dates;

/// <summary>
/// Settles the years of a text's dates. A written year wins; 来年 and 昨年 count from the day of posting; a date without a year takes the year
/// of a dated neighbour in its sentence, and otherwise the next such day near the posting, or the last one when that is close or the
/// sentence reports something. A printed weekday that fits another sensible year wins over the guess, so that a right date is not called
/// wrong.
/// </summary>
internal static partial class DateReader
{
    /// <summary>A day this long ago is taken for the past one rather than next year's.</summary>
    private const int RecentDays = 120;

    /// <summary>
    /// A year written elsewhere in the text, further off than this, is about something else (the birth years of those invited).
    /// </summary>
    private const int NearYears = 2;

    /// <summary>A month named further back than this is no heading for a lone day.</summary>
    private const int HeadingReach = 400;

    /// <summary>So many of the last dates with a written year are thought of when a year is missing.</summary>
    private const int NearestAnchors = 4;

    public static IReadOnlyList<DateMention> Read(DraftText draft, DateOnly postedOn)
    {
        var mentions = DateScanner.Scan(draft.Normal);
        var read = new List<DateMention>(mentions.Count);
        var written = new List<DateMention>();
        var years = FiscalYears(draft.Normal);
        foreach (var mention in mentions)
        {
            if (draft.InUrl(mention.Core.Start)) continue;
            var settled = Settle(mention, read, written, years, draft, postedOn);
            read.Add(settled);
            if (settled is not { YearAssumed: false, Date: not null }) continue;
            written.Add(settled);
            if (written.Count > NearestAnchors) written.RemoveAt(0);
        }

        return read;
    }

    private static DateMention Settle(
        DateMention mention,
        List<DateMention> before,
        List<DateMention> written,
        IReadOnlyList<int> fiscal,
        DraftText draft,
        DateOnly postedOn
    )
    {
        if (mention.Form == DateForm.RelativeMonth)
        {
            var month = new DateOnly(postedOn.Year, postedOn.Month, 1).AddMonths(mention.Month);
            return mention with
            {
                Year = month.Year,
                Month = month.Month,
                Date = JapaneseDate.Create(month.Year, month.Month, mention.Day),
            };
        }

        if (mention.Form == DateForm.DayOnly) return SettleDay(mention, before, draft, postedOn);
        if (mention.YearOffset is { } offset) mention = mention with { Year = postedOn.Year + offset };
        if (mention.Year is { } year) return mention with { Date = JapaneseDate.Create(year, mention.Month, mention.Day) };
        if (mention.Month is < 1 or > 12) return mention;
        var guess = Guess(mention, written, fiscal, draft, postedOn);
        return mention with { Date = guess, YearAssumed = true };
    }

    private static DateOnly? Guess(
        DateMention mention,
        List<DateMention> written,
        IReadOnlyList<int> fiscal,
        DraftText draft,
        DateOnly postedOn
    )
    {
        var sentence = draft.SentenceAt(mention.Core.Start);
        var anchor = written.LastOrDefault(other => other.Core.Start >= sentence.Start);
        var candidates = new List<DateOnly>();
        if (anchor?.Date is { } near && Nearest(mention, near, anchor.Continues) is { } beside) candidates.Add(beside);
        var (last, next) = Around(mention, postedOn);
        var report = Tense.Tells(draft.TextOf(sentence));
        var recent = last is { } l && postedOn.DayNumber - l.DayNumber <= RecentDays;
        if (report || recent) Add(last);
        Add(next);
        if (recent) Add(last);
        foreach (var other in written.Where(other => Math.Abs(other.Date!.Value.Year - postedOn.Year) <= NearYears))
            Add(Nearest(mention, other.Date!.Value, false));
        foreach (var year in fiscal.Where(year => Math.Abs(year - postedOn.Year) <= NearYears))
            Add(JapaneseDate.Create(mention.Month >= 4 ? year : year + 1, mention.Month, mention.Day));
        if (candidates.Count == 0) return null;
        return mention.Weekday is { } day && candidates.Any(date => date.DayOfWeek == day)
            ? candidates.First(date => date.DayOfWeek == day)
            : candidates[0];

        void Add(DateOnly? date)
        {
            if (date is { } real && !candidates.Contains(real)) candidates.Add(real);
        }
    }

    /// <summary>
    /// A day without its month: the month of the mention it continues or of the last month named before it, then this month or the next.
    /// </summary>
    private static DateMention SettleDay(DateMention mention, List<DateMention> before, DraftText draft, DateOnly postedOn)
    {
        if (mention.Continues && before.Count > 0 && before[^1] is { Month: >= 1 and <= 12 } head)
        {
            var date = head.Date is { } first ? JapaneseDate.Create(first.Year, first.Month, mention.Day) : null;
            return mention with { Year = head.Year, Month = head.Month, Date = date, YearAssumed = head.YearAssumed };
        }

        var candidates = new List<DateOnly?>();
        var named = before.FindLast(other => other.Date is not null);
        foreach (Match month in MonthHeading().Matches(draft.Normal[Math.Max(0, mention.Core.Start - HeadingReach)..mention.Core.Start]))
        {
            var number = int.Parse(month.Groups["m"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);
            if (number is < 1 or > 12) continue;
            var (last, next) = Around(mention with { Month = number }, postedOn);
            candidates.Insert(0, next);
            if (last is { } l && postedOn.DayNumber - l.DayNumber <= RecentDays) candidates.Insert(1, last);
        }

        if (named?.Date is { } neighbour) candidates.Insert(0, JapaneseDate.Create(neighbour.Year, neighbour.Month, mention.Day));
        if (candidates.Count == 0)
        {
            candidates.Add(JapaneseDate.Create(postedOn.Year, postedOn.Month, mention.Day));
            var month = new DateOnly(postedOn.Year, postedOn.Month, 1);
            if (postedOn.Year is > 1 and < 9999)
            {
                candidates.Add(JapaneseDate.Create(month.AddMonths(1).Year, month.AddMonths(1).Month, mention.Day));
                candidates.Add(JapaneseDate.Create(month.AddMonths(-1).Year, month.AddMonths(-1).Month, mention.Day));
            }
        }

        var fitting = candidates.FirstOrDefault(date => date?.DayOfWeek == mention.Weekday)
            ?? candidates.FirstOrDefault(date => date is not null);
        return fitting is { } settled ? mention with { Month = settled.Month, Date = settled, YearAssumed = true } : mention;
    }

    /// <summary>
    /// The last such day before and the next one on or after the posting; 29 February looks further for its leap year only backwards.
    /// </summary>
    private static (DateOnly? Last, DateOnly? Next) Around(DateMention mention, DateOnly postedOn)
    {
        var thisYear = JapaneseDate.Create(postedOn.Year, mention.Month, mention.Day);
        if (thisYear is { } day)
            return day < postedOn
                ? (day, JapaneseDate.Create(postedOn.Year + 1, mention.Month, mention.Day))
                : (JapaneseDate.Create(postedOn.Year - 1, mention.Month, mention.Day), day);
        return (
            JapaneseDate.Create(postedOn.Year - 1, mention.Month, mention.Day),
            JapaneseDate.Create(postedOn.Year + 1, mention.Month, mention.Day)
        );
    }

    private static DateOnly? Nearest(DateMention mention, DateOnly anchor, bool after) =>
        Enumerable.Range(-1, 3)
            .Select(offset => JapaneseDate.Create(anchor.Year + offset, mention.Month, mention.Day))
            .Where(date => date is not null && (!after || date >= anchor))
            .OrderBy(date => Math.Abs(date!.Value.DayNumber - anchor.DayNumber))
            .FirstOrDefault();

    private static int[] FiscalYears(string text)
    {
        var years = new List<int>();
        foreach (Match match in FiscalYear().Matches(text))
        {
            if (match.Groups["y"].Success)
                years.Add(int.Parse(match.Groups["y"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture));
            else if (Era.Find(match.Groups["era"].Value) is { } era && JapaneseDate.Number(match.Groups["ey"].Value) is { } number)
                years.Add(era.ToCalendarYear(number));
        }

        return [.. years];
    }

    [GeneratedRegex(
        "(?:(?<y>20[0-9]{2})|(?<era>令和|平成)(?<ey>元|[0-9]{1,2}))年度",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex FiscalYear();

    [GeneratedRegex("(?<![0-9])(?<m>[0-9]{1,2})月", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex MonthHeading();
}
