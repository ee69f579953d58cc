using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Private use, for members who opted in: the third hint on one theme within 30 days weighs as a warning and shows the count (suggested
/// settings) [private-2-2-1b]. It sees theme letters only, never earlier texts.
/// </summary>
internal sealed class AccumulatedThemeRule : IRule
{
    private const int Third = 3;
    private static readonly FlamingThemeRule Themes = new();

    public RuleInfo About { get; } = new("accumulated-theme", Category.Private, Severity.Warn, "private-2-2-1b");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (!context.Private || context.PrivateUse.RecentThemes.Count == 0) yield break;
        foreach (var finding in Themes.Check(draft, context))
        {
            var letter = FlamingThemeRule.LetterOf(finding);
            if (!context.PrivateUse.RecentThemes.TryGetValue(letter, out var earlier) || earlier + 1 < Third) continue;
            yield return About.Find(finding.Span, $"同じ話題（{letter}）が30日で{earlier + 1}回目です。", "続けて書く必要があるか考えてください。");
        }
    }
}
