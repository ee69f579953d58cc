using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// X lives from what can be said only now: a far-off event without any news in it gets a hint [asaka-3-2-3-3]. Sixty days are a suggested
/// setting.
/// </summary>
internal sealed partial class FitXRule : IRule
{
    private const int FarOffDays = 60;

    public RuleInfo About { get; } = new("fit-x", Category.MediumFit, Severity.Hint, "asaka-3-2-3-3");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Medium != Medium.X || (context.Event?.Date ?? context.Event?.Deadline) is not { } date) yield break;
        if (date.DayNumber - context.PostedOn.DayNumber <= FarOffDays || News().IsMatch(draft.Normal)) yield break;
        yield return About.Find(
            null,
            $"催しまで{date.DayNumber - context.PostedOn.DayNumber}日あります。",
            "Xでは「今日から受付開始」「準備の様子」など、今だから伝えられる内容を加えると届きやすくなります。"
        );
    }

    [GeneratedRegex("本日|今日|きょう|ただいま|開始しま|始めま|始まりま|決定|決まりま|公開しま|発表|受付開始|募集開始|現在|いよいよ|準備", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex News();
}
