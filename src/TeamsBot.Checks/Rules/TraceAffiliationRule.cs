using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>Private use: words that tell readers where the writer belongs, from the organisation's own list [private-2-1-5].</summary>
internal sealed class TraceAffiliationRule : IRule
{
    public RuleInfo About { get; } = new("trace-affiliation", Category.Private, Severity.Warn, "private-2-1-5");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (!context.Private) yield break;
        foreach (
            var word in context
                .PrivateUse.TraceWords.Where(word => word.Length > 0)
                .Select(word => NormalView.Of(word))
                .Distinct(StringComparer.Ordinal)
        )
        {
            for (
                var at = draft.Normal.IndexOf(word, StringComparison.OrdinalIgnoreCase);
                at >= 0;
                at = draft.Normal.IndexOf(word, at + word.Length, StringComparison.OrdinalIgnoreCase)
            )
            {
                var span = draft.At(at, word.Length);
                yield return About.Find(span, $"「{draft.Quote(span)}」から、所属や仕事が分かります。", "名前を出さずに書けないか考えてください。");
            }
        }
    }
}
