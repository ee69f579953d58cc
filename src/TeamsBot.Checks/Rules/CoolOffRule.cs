using System.Buffers;
using TeamsBot.Checks.Dates;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Private use: an angry text, or one written between 23:00 and 5:00, is better read again after ten minutes (suggested settings)
/// [private-2-1-1].
/// </summary>
internal sealed class CoolOffRule : IRule
{
    private static readonly TimeOnly NightFrom = new(23, 0);
    private static readonly TimeOnly NightTo = new(5, 0);

    private static readonly SearchValues<string> Anger = SearchValues.Create(
        [
            "ムカつく", "むかつく", "腹立", "腹が立", "イライラ", "キレ", "ふざけるな", "ふざけんな", "許せない", "許さない", "最低", "最悪", "消えろ", "死ね", "バカ", "馬鹿", "うざい", "ウザい",
            "頭にくる", "頭にきた", "激怒", "怒り", "もう無理", "大嫌い", "😡", "🤬", "💢",
        ],
        StringComparison.Ordinal
    );

    public RuleInfo About { get; } = new("cool-off", Category.Private, Severity.Hint, "private-2-1-1");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (!context.Private) yield break;
        var time = JapanTime.TimeOf(context.Now);
        var night = time >= NightFrom || time < NightTo;
        if (night || draft.Original.AsSpan().ContainsAny(Anger))
            yield return About.Find(null, night ? "夜遅い時間の投稿です。" : "強い気持ちの言葉があります。", "10分おいてから、もう一度読み直してください。");
    }
}
