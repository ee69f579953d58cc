using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Hours that end before they start. Work through the night and 9時〜5時 (meant as 17時) are not called wrong; the latter gets a hint.
/// </summary>
internal sealed partial class TimeOrderRule : IRule
{
    public RuleInfo About { get; } = new("time-order", Category.DateOrder, Severity.Block, "asaka-2-3a", "asaka-6-2-1a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var times = draft.Times;
        for (var i = 1; i < times.Count; i++)
        {
            var (from, to) = (times[i - 1], times[i]);
            if (!from.IsPossible || !to.IsPossible || to.Piece.Start - from.Piece.End is < 1 or > 6) continue;
            if (!Between().IsMatch(draft.Normal[from.Piece.End..to.Piece.Start]) || draft.InUrl(from.Piece.Start)) continue;
            var end =
                to.Half == DayHalf.Unmarked && from.Half == DayHalf.Afternoon && to.Hour <= 12 ? to with { Half = DayHalf.Afternoon } : to;
            if (end.Minutes >= from.Minutes || OverNight(from, end)) continue;
            var span = draft.At(from.Piece.Start, to.Piece.End - from.Piece.Start);
            var sloppy = to.Half == DayHalf.Unmarked && from.Half != DayHalf.Afternoon && to.Hour <= 6;
            yield return sloppy
                ? About.Find(
                    span,
                    $"「{draft.Quote(span)}」は、午前か午後かが読み手に伝わらないことがあります。",
                    $"午後であれば「{to.Hour + 12}時」または「午後{to.Hour}時」と書いてください。",
                    severity: Severity.Hint
                )
                : About.Find(span, $"「{draft.Quote(span)}」は、終わりの時刻が始まりの時刻より前になっています。時刻を確認してください。");
        }
    }

    private static bool OverNight(TimeMention from, TimeMention to) => from.Minutes >= 16 * 60 && to.Minutes <= 12 * 60;

    [GeneratedRegex(@"^\s?(?:~|〜|-|‐|–|—|―|から|より)\s?$", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Between();
}
