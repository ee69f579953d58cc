using System.Globalization;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Nearly the same text as a recent post of the same account: readers take it for spam and block [asaka-7-1c, asaka-7-1d]. Seven days and
/// 0.8 are suggested settings. A regular notice whose dates differ (the weekly duty doctor) is a new notice.
/// </summary>
internal sealed class RepeatSimilarRule : IRule
{
    private const double Alike = 0.8;
    private const int Days = 7;

    public RuleInfo About { get; } = new("repeat-similar", Category.Duplicate, Severity.Warn, "asaka-7-1c", "asaka-7-1d", "asaka-3-4-3-1");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var at = context.PlannedAt ?? context.Now;
        var alike = context.History
            .Where(post => post.SameAccount && post.PostedAt <= at && (at - post.PostedAt).TotalDays <= Days)
            .Where(post => Similarity.Of(draft.Original, post.Text) >= Alike && !OtherDates(draft, post, context))
            .OrderByDescending(post => post.PostedAt)
            .ToList();
        if (alike.Count == 0) yield break;
        var last = alike[0];
        var times = alike.Count >= 2 || (context.Medium == Medium.Line && alike.Count >= 1)
            ? $"この{Days}日間で{(alike.Count + 1).ToString(CultureInfo.InvariantCulture)}回目です。" : "";
        yield return About.Find(
            null,
            $"{JapaneseDate.PrintShort(JapanTime.DateOf(last.PostedAt))}の投稿とほぼ同じ内容です。{times}似た投稿が短い間に続くと、迷惑な投稿と受け取られたりブロックされたりすることがあります。",
            "新しい情報や写真を加えて内容を変えるか、日を空けて投稿してください。");
    }

    private static bool OtherDates(DraftText draft, HistoryPost post, CheckContext context)
    {
        var mine = draft
            .Dates(context.PostedOn)
            .Where(mention => mention.Date is not null)
            .Select(mention => (mention.Month, mention.Day))
            .ToHashSet();
        if (mine.Count == 0) return false;
        var theirs = new DraftText(post.Text)
            .Dates(JapanTime.DateOf(post.PostedAt))
            .Where(mention => mention.Date is not null)
            .Select(mention => (mention.Month, mention.Day))
            .ToHashSet();
        return theirs.Count > 0 && !mine.SetEquals(theirs);
    }
}
