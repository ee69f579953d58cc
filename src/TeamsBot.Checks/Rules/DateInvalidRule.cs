using System.Text.RegularExpressions;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>The calendar has no such day: 11月31日, 13月, 29 February of a common year.</summary>
internal sealed partial class DateInvalidRule : IRule
{
    public RuleInfo About { get; } = new("date-invalid", Category.DateInvalid, Severity.Block, "asaka-6-2-1a", "yamaguchi-2-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (var mention in draft.Dates(context.PostedOn))
        {
            if (Reason(mention, draft) is not { } reason) continue;
            var span = draft.At(mention.Piece);
            yield return About.Find(span, $"「{draft.Quote(span)}」という日付はありません。{reason}正しい日付を確認してください。");
        }

        foreach (Match match in MonthAlone().Matches(draft.Normal))
        {
            if (draft.InUrl(match.Index)) continue;
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」という月はありません。正しい月を確認してください。");
        }
    }

    private static string? Reason(DateMention mention, DraftText draft)
    {
        if (mention.Date is not null) return null;
        if (mention.Form == DateForm.DayOnly && mention.Month == 0) return mention.Day is < 1 or > 31 ? "日は1から31までです。" : null;
        if (mention.Month is < 1 or > 12) return "月は1から12までです。";
        var most = mention.Month == 2 ? 29 : DateTime.DaysInMonth(2001, mention.Month);
        if (mention.Day < 1 || mention.Day > most) return $"{mention.Month}月は{(mention.Month == 2 ? "28日（うるう年は29日）" : $"{most}日")}までです。";
        if (mention is not { Month: 2, Day: 29 }) return null;
        if (mention.Year is { } year) return $"{year}年はうるう年ではなく、2月は28日までです。";
        return LeapTalk().IsMatch(draft.TextOf(draft.SentenceAt(mention.Core.Start))) ? null : "次の2月はうるう年ではなく、28日までです。";
    }

    [GeneratedRegex(
        @"(?<=年(?:\([^)\n]{0,12}\))?\s?)(?:1[3-9]|[2-9][0-9]|00?)月(?!\s?[0-9]{1,3}\s?日)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        2000
    )]
    private static partial Regex MonthAlone();

    [GeneratedRegex("うるう|閏|生まれ|4年に|四年に|誕生日", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex LeapTalk();
}
