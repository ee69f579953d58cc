using TeamsBot.Checks.Context;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// The first notice comes too late to be read and acted on [asaka-7-1b, asaka-7-1-ex2-1], or a reminder of a call for opinions was left on
/// a closed day instead of the opening day before it [asaka-7-1-ex3-2, asaka-7-1-ex3-3]. A late but workable first notice gets a hint.
/// </summary>
internal sealed class CadenceRule : IRule
{
    private const int EventDays = 1;
    private const int DeadlineDays = 5;

    public RuleInfo About { get; } =
        new(
            "cadence",
            Category.Cadence,
            Severity.Warn,
            "asaka-7-1b",
            "asaka-7-1-ex1-1",
            "asaka-7-1-ex2-1",
            "asaka-7-1-ex3-2",
            "asaka-7-1-ex3-3"
        );

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Event is not { } planned || context.Emergency) yield break;
        if (planned.Kind == EventKind.Opinion)
        {
            if (Opinion(planned, context) is { } late) yield return late;
            yield break;
        }

        if (
            !context.HistoryKnown
            || context.ScheduledEventDay
            || context.History.Any(post => Similarity.SharesSubject(draft.Original, post.Text))
        )
            yield break;
        var (day, what, most, early) = planned.Kind == EventKind.Application
            ? (planned.Deadline, "申込締切", DeadlineDays, 14)
            : (planned.Date, "開催日", EventDays, 31);
        if (day is not { } date || date < context.PostedOn) yield break;
        var left = date.DayNumber - context.PostedOn.DayNumber;
        if (left <= most)
            yield return About.Find(
                null,
                $"最初の告知から{what}（{JapaneseDate.PrintShort(date)}）まで{(left == 0 ? "日がありません" : $"{left}日しかありません")}。読んだ人が予定を立てられないおそれがあります。",
                "告知の時期を早めるか、他の媒体でも知らせるか、締切を延ばせないかを検討してください。"
            );
        else if (left < early)
            yield return About.Find(
                null,
                $"最初の告知から{what}（{JapaneseDate.PrintShort(date)}）まで{left}日です。",
                "次回は、もう少し早い時期から告知することを検討してください。",
                severity: Severity.Hint
            );
    }

    private Finding? Opinion(EventInfo planned, CheckContext context)
    {
        foreach (var (point, what) in new[] { (planned.Start?.AddDays(10), "募集開始の10日後"), (planned.End?.AddDays(-7), "募集終了の1週間前") })
        {
            if (point is not { } day || context.OpeningDays.IsOpen(day)) continue;
            var (due, next) = (context.OpeningDays.Previous(day), context.OpeningDays.Next(day));
            if (context.PostedOn <= due || context.PostedOn > next) continue;
            return About.Find(
                null,
                $"{what}の{JapaneseDate.PrintShort(day)}は閉庁日です。このお知らせは、前の開庁日の{JapaneseDate.PrintShort(due)}に出すことになっています。",
                $"投稿予定を{JapaneseDate.PrintShort(due)}に変更してください。"
            );
        }

        return null;
    }
}
