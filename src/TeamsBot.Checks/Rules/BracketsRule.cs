using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A bracket opened and never closed, or closed and never opened [asaka-6-2-2a]. Round ones are left out: lists (1) and faces use them
/// singly.
/// </summary>
internal sealed class BracketsRule : IRule
{
    private const string Opening = "「『【〔《";
    private const string Closing = "」』】〕》";

    public RuleInfo About { get; } = new("brackets", Category.Typo, Severity.Hint, "asaka-6-2-2a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var open = new Stack<int>();
        var text = draft.Normal;
        for (var i = 0; i < text.Length; i++)
        {
            if (Opening.Contains(text[i], StringComparison.Ordinal))
            {
                open.Push(i);
            }
            else if (Closing.IndexOf(text[i], StringComparison.Ordinal) is var kind and >= 0)
            {
                if (open.TryPeek(out var last) && text[last] == Opening[kind]) open.Pop();
                else yield return Unmatched(draft, i);
            }
        }

        foreach (var at in open.Reverse()) yield return Unmatched(draft, at);
    }

    private Finding Unmatched(DraftText draft, int at)
    {
        var span = draft.At(at, 1);
        return About.Find(span, $"「{draft.Quote(span)}」に対応するかっこがありません。", "かっこの閉じ忘れや余分なかっこがないか確認してください。");
    }
}
