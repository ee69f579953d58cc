using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A period ends before it starts. A period over the turn of the year, or of a whole year, is one when no year is written.
/// </summary>
internal sealed partial class DateOrderRule : IRule
{
    public RuleInfo About { get; } = new("date-order", Category.DateOrder, Severity.Block, "asaka-6-2-1a", "asaka-2-3a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var dates = draft.Dates(context.PostedOn);
        for (var i = 1; i < dates.Count; i++)
        {
            var (from, to) = (dates[i - 1], dates[i]);
            if (from.Date is not { } start || to.Date is null || to.Core.Start - from.Piece.End is < 1 or > 24) continue;
            if (!Between().IsMatch(draft.Normal[from.Piece.End..to.Core.Start]) || !EndsBefore(from, start, to)) continue;
            var span = draft.At(from.Piece.Start, to.Piece.End - from.Piece.Start);
            yield return About.Find(span, $"「{draft.Quote(span)}」は、終わりの日が始まりの日より前になっています。期間を確認してください。");
        }
    }

    private static bool EndsBefore(DateMention from, DateOnly start, DateMention to)
    {
        var end = to.Date!.Value;
        if (!to.YearAssumed) return !from.YearAssumed ? end < start : end < start && start.DayNumber - end.DayNumber <= 60;
        if (JapaneseDate.Create(start.Year, to.Month, to.Day) is not { } sameYear || sameYear >= start) return false;
        if (to.Form == DateForm.DayOnly) return true;
        if (start.Year == 9999 || JapaneseDate.Create(start.Year + 1, to.Month, to.Day) is not { } nextYear) return true;
        if (nextYear.DayNumber - start.DayNumber <= 120) return false;
        if (to.Weekday is { } day && (sameYear.DayOfWeek == day) != (nextYear.DayOfWeek == day)) return sameYear.DayOfWeek == day;
        var wholeYear = nextYear.DayNumber - start.DayNumber is >= 363 and <= 366;
        return !wholeYear && start.Month - to.Month is 0 or 1;
    }

    [GeneratedRegex(
        @"^\s?(?:(?:午前|午後)?[0-9]{1,2}(?:時|:)(?:[0-9]{1,2}分?|半)?\s?)?(?:~|〜|-|‐|–|—|―|→|から|より)\s?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Between();
}
