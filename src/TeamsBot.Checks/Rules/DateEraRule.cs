using System.Globalization;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// The era year and the calendar year beside it disagree (令和8年（2025年）), or the era never had that year (平成38年). 昭和100年 and other
/// round anniversaries are how people count, and a fiscal year in brackets is compared only with another fiscal year.
/// </summary>
internal sealed partial class DateEraRule : IRule
{
    public RuleInfo About { get; } = new("date-era", Category.DateInvalid, Severity.Block, "asaka-6-2-1a", "yamaguchi-2-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (Match match in Pair().Matches(draft.Normal))
        {
            if (Read(match) is not (var era, var year) || draft.InUrl(match.Index)) continue;
            var written = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
            if (era.ToCalendarYear(year) == written || match.Groups["fy1"].Success != match.Groups["fy2"].Success) continue;
            var span = draft.At(match);
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」の年が合いません。{era.Name}{year}年は{era.ToCalendarYear(year)}年です。どちらが正しいかを確認してください。"
            );
        }

        foreach (Match match in NeverCame().Matches(draft.Normal))
        {
            if (draft.InUrl(match.Index)) continue;
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」という年はありません。正しい年を確認してください。");
        }

        foreach (Match match in Alone().Matches(draft.Normal))
        {
            if (Read(match) is not (var era, var year) || draft.InUrl(match.Index)) continue;
            var date = DateOf(match, era, year);
            if (
                date is { } day
                    ? era.Covers(day) || (match.Groups["d"].Length == 0 && day <= era.Ends && day.AddMonths(1) > era.Begins)
                    : era.HasYear(year)
            )
                continue;
            if (date is null && year >= 100) continue;
            var calendar = era.ToCalendarYear(year);
            var now =
                date is { } real ? Era.Print(real)
                : Era.All.FirstOrDefault(other => other.HasYear(calendar - other.Begins.Year + 1)) is { } right
                    ? $"{right.Name}{calendar - right.Begins.Year + 1}年"
                : $"{calendar}年";
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」は元号の期間と合いません。{calendar}年であれば{now}です。正しい年を確認してください。");
        }
    }

    private static (Era Era, int Year)? Read(Match match) =>
        Era.Find(match.Groups["era"].Value) is { } era && JapaneseDate.Number(match.Groups["ey"].Value) is { } year and > 0
            ? (era, year)
            : null;

    private static DateOnly? DateOf(Match match, Era era, int year) =>
        match.Groups["m"].Success && JapaneseDate.Number(match.Groups["m"].Value) is { } month
            ? JapaneseDate.Create(era.ToCalendarYear(year), month, JapaneseDate.Number(match.Groups["d"].Value) ?? 1)
            : null;

    [GeneratedRegex(
        @"(?<era>令和|平成|昭和|大正)\s?(?<ey>元|[0-9]{1,3})\s?(?:年(?<fy1>度)?)?\s?(?:\(|=|・|/)\s?(?:西暦)?\s?(?<y>(?:18|19|"
            + @"20)[0-9]{2})(?:年(?<fy2>度)?)?(?=[)）年、。\s]|$)\)?|(?<![0-9])(?<y>(?:18|19|20)[0-9]{2})\s?(?:年(?<fy2>度)?)?\s?(?:\(|=|・|"
            + @"/)\s?(?<era>令和|平成|昭和|大正)\s?(?<ey>元|[0-9]{1,3})(?:年(?<fy1>度)?)?(?=[)）年、。\s]|$)\)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Pair();

    /// <summary>令和0年, and H32 and later before a month (平成 ended in its 31st year).</summary>
    [GeneratedRegex(
        @"(?:令和|平成|昭和)\s?0{1,2}\s?年|(?<![A-Za-z0-9.\-])H(?:3[2-9]|[4-9][0-9])(?:年|[./\-])\s?[0-9]{1,2}(?:月|[./\-][0-9]{1,2}(?![0-9]))",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex NeverCame();

    [GeneratedRegex(
        @"(?<era>平成|昭和|大正|明治)\s?(?<ey>[0-9]{1,3})\s?年(?:度|\s?(?<m>[0-9]{1,2})\s?月(?:\s?(?<d>[0-9]{1,2})\s?日)?)?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Alone();
}
