using System.Globalization;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>The printed weekday is not the calendar's [asaka-6-2-1a]. Which year was assumed is said when none was written.</summary>
internal sealed class DateWeekdayRule : IRule
{
    public RuleInfo About { get; } = new("date-weekday", Category.DateWeekday, Severity.Block, "asaka-6-2-1a", "yamaguchi-2-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (var mention in draft.Dates(context.PostedOn))
        {
            if (mention is not { Weekday: { } printed, WeekdayAt: { } letter, Date: { } date } || date.DayOfWeek == printed) continue;
            var span = draft.At(mention.Piece);
            var at = draft.At(letter);
            var right = InTheWritersForm(draft.Quote(at), date);
            var corrected = span.Contains(at) ? draft.Original[span.Start..at.Start] + right + draft.Original[at.End..span.End] : null;
            var assumed = mention.YearAssumed ? $"（年の記載がないため、{date.Year}年として確認しました。）" : "";
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」の曜日が暦と合いません。{date.Year}年{date.Month}月{date.Day}日は{JapaneseDate.Weekday(date)}曜日です。{assumed}"
                    + $"日付と曜日のどちらが正しいかを確認してください。",
                corrected is null
                    ? $"曜日の誤りであれば「{right}」に直してください。"
                    : $"曜日の誤りであれば「{corrected}」に直してください。",
                corrected
            );
        }
    }

    private static string InTheWritersForm(string written, DateOnly date)
    {
        if (!char.IsAsciiLetter(written[0]))
        {
            var place = ((int)date.DayOfWeek + 6) % 7;
            return written[0] switch
            {
                >= '㈪' and <= '㈰' => ((char)('㈪' + place)).ToString(),
                >= '㊊' and <= '㊐' => ((char)('㊊' + place)).ToString(),
                _ => JapaneseDate.Weekday(date).ToString(),
            };
        }

        var name = CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(date.DayOfWeek);
        var form = written.Length > 4 ? name : name[..3];
        return written.All(char.IsUpper) ? form.ToUpperInvariant() : form;
    }
}
