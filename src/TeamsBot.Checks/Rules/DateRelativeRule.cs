using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// 明日, 来週の土曜日 and the like disagree with the date beside them, counted from the day of posting. A week may start on Sunday or Monday.
/// </summary>
internal sealed partial class DateRelativeRule : IRule
{
    public RuleInfo About { get; } = new("date-relative", Category.DateRelative, Severity.Warn, "asaka-6-2-1a", "tochigi-4-2-2");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var posted = context.PostedOn;
        foreach (var mention in draft.Dates(posted))
        {
            if (mention.Date is not { } date || mention.Weekday is { } printed && printed != date.DayOfWeek) continue;
            var word = Before().Match(draft.Normal[Math.Max(0, mention.Piece.Start - 16)..mention.Piece.Start]);
            var start = Math.Max(0, mention.Piece.Start - 16) + word.Index;
            var end = mention.Piece.End;
            if (!word.Success)
            {
                word = After().Match(draft.Normal, mention.Piece.End);
                if (!word.Success) continue;
                (start, end) = (mention.Piece.Start, word.Index + word.Length);
            }

            if (word.Groups["month"] is { Success: true, Value: var month })
            {
                if (InMonth(month, posted) is not { } first || (first.Year == date.Year && first.Month == date.Month)) continue;
                var both = draft.At(start, end - start);
                yield return About.Find(
                    both,
                    $"「{draft.Quote(both)}」の言い方と日付が合いません。投稿する日（{JapaneseDate.PrintShort(posted)}）から見ると、{month}は{first.Month}月です。"
                        + $"日付を確認してください。"
                );
                continue;
            }

            var meant = Meant(word, posted);
            if (meant.Length == 0 || meant.Contains(date)) continue;
            var span = draft.At(start, end - start);
            yield return About.Find(
                span,
                $"「{draft.Quote(span)}」の言い方と日付が合いません。投稿する日（{JapaneseDate.PrintShort(posted)}"
                    + $"）から見ると、{string.Join("または", meant.Select(JapaneseDate.PrintShort))}になります。日付を確認してください。"
            );
        }
    }

    private static DateOnly? InMonth(string word, DateOnly posted) =>
        posted.Year is < 2 or > 9998 ? null
        : new DateOnly(posted.Year, posted.Month, 1).AddMonths(word switch { "来月" => 1, "再来月" => 2, "先月" => -1, _ => 0 });

    private static DateOnly[] Meant(Match word, DateOnly posted)
    {
        if (posted.Year is < 2 or > 9998) return [];
        if (word.Groups["end"].Success) return WeekEnd(word.Groups["end"].Value, posted);
        if (word.Groups["after"].Success && JapaneseDate.Number(word.Groups["after"].Value) is { } after)
            return [posted.AddDays(after * (word.Groups["unit"].Value == "週間" ? 7 : 1))];
        if (word.Groups["day"].Success) return [posted.AddDays(Days(word.Groups["day"].Value))];
        if (!word.Groups["week"].Success || JapaneseDate.ParseWeekday(word.Groups["w"].Value[0]) is not { } weekday) return [];
        var weeks = word.Groups["week"].Value switch { "来週" => 1, "再来週" => 2, "先週" => -1, _ => 0 };
        var sunday = posted.AddDays((7 * weeks) - (int)posted.DayOfWeek + (int)weekday);
        var monday = posted.AddDays((7 * weeks) - (((int)posted.DayOfWeek + 6) % 7) + (((int)weekday + 6) % 7));
        return sunday == monday ? [monday] : [monday, sunday];
    }

    /// <summary>Saturday and Sunday of the week; said on a Sunday, it may be that very day.</summary>
    private static DateOnly[] WeekEnd(string word, DateOnly posted)
    {
        var saturday = posted.AddDays((((int)DayOfWeek.Saturday - (int)posted.DayOfWeek + 7) % 7) + (word == "来週末" ? 7 : 0));
        return posted.DayOfWeek == DayOfWeek.Sunday
            ? [posted, saturday, saturday.AddDays(1), saturday.AddDays(-1)]
            : [saturday, saturday.AddDays(1), saturday.AddDays(-1)];
    }

    private static int Days(string word) => word switch
    {
        "明日" or "あす" or "あした" => 1,
        "明後日" or "あさって" => 2,
        "昨日" or "きのう" => -1,
        "一昨日" or "おととい" => -2,
        _ => 0,
    };

    private const string Word =
        "(?:(?<day>本日|今日|きょう|明日|あす|あした|明後日|あさって|昨日|きのう|一昨日|おととい)|(?<end>今週末|来週末)|(?<after>[0-9]{1,2})(?<unit>日|週間)後|(?<week>来週|再来週|今週|"
            + "先週)の?(?<w>[月火水木金土日])曜日?)";

    [GeneratedRegex(
        "(?<month>再来月|来月|今月|先月)の?$|(?<!、)" + Word + @"(?:の|は|、|,|\(|・|:|\s){0,2}$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex Before();

    [GeneratedRegex(@"\G\s?\(" + Word + @"\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex After();
}
