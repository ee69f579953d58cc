using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// The post is planned outside the account's hours; emergencies and the scheduled post on the day of an event are exempt [asaka-7-2-1].
/// </summary>
internal sealed class PostingHoursRule : IRule
{
    public RuleInfo About { get; } = new("posting-hours", Category.PostingTime, Severity.Warn, "asaka-7-2-1", "asaka-annex-8");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.PlannedAt is not { } planned || context.Emergency || context.ScheduledEventDay || context.Private) yield break;
        var days = context.OpeningDays;
        if (days.IsOpenAt(planned)) yield break;
        var date = JapanTime.DateOf(planned);
        var why = days.WhyClosed(date) is { } closed ? $"{closed}です" : $"運用時間（{days.Opens:HH\\:mm}～{days.Closes:HH\\:mm}）の外です";
        var next = days.NextOpening(planned);
        yield return About.Find(
            null,
            $"投稿予定の{JapaneseDate.Print(date)} {JapanTime.TimeOf(planned):HH\\:mm}は、{why}。業務時間内の投稿が原則です（緊急の情報を除く）。",
            $"次の業務時間は{JapaneseDate.Print(JapanTime.DateOf(next))} {JapanTime.TimeOf(next):HH\\:mm}からです。");
    }
}
