using System.Buffers;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A post planned for a day on which many mourn: a reminder, and a warning when the words are festive. The days are data.
/// </summary>
internal sealed class SensitiveDateRule : IRule
{
    private static readonly SearchValues<string> Festive = SearchValues.Create(
        [
            "おめでと", "お祝い", "ハッピー", "パーティ", "セール", "最高！", "最高!", "わくわく", "ワクワク", "盛り上が", "楽しもう", "お祭り", "🎉", "🥳", "🎊", "🍻", "万歳", "バンザイ",
            "ラッキー", "爆笑",
        ],
        StringComparison.Ordinal
    );

    public RuleInfo About { get; } = new("sensitive-date", Category.FlamingTopic, Severity.Hint, "asaka-6-2-4-sa", "asaka-6-2-4");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        foreach (var date in context.SensitiveDates)
        {
            if (date.Day.Month != context.PostedOn.Month || date.Day.Day != context.PostedOn.Day) continue;
            var festive = draft.Original.AsSpan().IndexOfAny(Festive);
            var finding = festive < 0
                ? About.Find(
                    null,
                    $"投稿予定日は「{date.Name}」です（{date.Letter}）。{date.Note}",
                    date.Instead ?? "言葉や絵文字が明るすぎないか、もう一度お読みください。",
                    severity: date.Severity
                )
                : About.Find(
                    null,
                    $"投稿予定日は「{date.Name}」です（{date.Letter}）。お祝いの言葉や絵文字が、配慮に欠けると読まれるおそれがあります。{date.Note}",
                    date.Instead ?? "日をずらすか、言葉を改めてください。",
                    severity: date.Severity > Severity.Warn ? date.Severity : Severity.Warn
                );
            yield return date.Clauses.Count > 0 ? finding with { Clauses = date.Clauses } : finding;
        }
    }
}
