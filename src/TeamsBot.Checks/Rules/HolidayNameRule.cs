using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A date is marked 祝, or called by a holiday's name, and is none. Holidays are computed and the administrator's table comes first.
/// </summary>
internal sealed partial class HolidayNameRule : IRule
{
    public RuleInfo About { get; } = new("holiday-name", Category.DateWeekday, Severity.Warn, "asaka-6-2-1a", "yamaguchi-2-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var holidays = context.OpeningDays.Holidays;
        foreach (var mention in draft.Dates(context.PostedOn))
        {
            if (mention.Date is not { } date || date.Year is < 2007 or > 2099) continue;
            if (mention.Weekday is { } printed && printed != date.DayOfWeek) continue;
            var span = draft.At(mention.Piece);
            if (mention.MarkedHoliday && !holidays.Contains(date))
            {
                yield return About.Find(span, $"「{draft.Quote(span)}」に祝日とありますが、{JapaneseDate.Print(date)}は国民の祝日・休日ではありません。日付を確認してください。");
                continue;
            }

            var name = Name().Match(draft.Normal, mention.Piece.End);
            if (
                !name.Success
                || holidays.NameOf(date) is { } real
                    && (real == name.Groups["name"].Value || real is Holidays.Substitute or Holidays.Between)
            )
                continue;
            var whole = draft.At(mention.Piece.Start, name.Index + name.Length - mention.Piece.Start);
            var that = holidays.NameOf(date) is { } other ? $"「{other}」です" : "祝日ではありません";
            yield return About.Find(whole, $"「{draft.Quote(whole)}」とありますが、{JapaneseDate.Print(date)}は{that}。日付と祝日の名称を確認してください。");
        }
    }

    [GeneratedRegex(
        @"\G(?:\s|は|の|、|,|「|『|\(){0,3}(?<name>元日|成人の日|建国記念の日|天皇誕生日|春分の日|昭和の日|憲法記念日|みどりの日|こどもの日|海の日|山の日|敬老の日|秋分の日|スポーツの日|文化の日|勤労感謝の日)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Name();
}
