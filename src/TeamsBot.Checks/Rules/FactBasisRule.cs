using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A fact line (date, number, link) for which the writer named no document, address or person. Silent where bases are not collected.
/// </summary>
internal sealed class FactBasisRule : IRule
{
    public RuleInfo About { get; } = new("fact-basis", Category.Facts, Severity.Block, "ward-4-6", "asaka-6-2-3", "tochigi-4-2-1");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Bases is not { } bases) return [];
        return FactLine.Of(draft.Original)
            .Where(line => !bases.TryGetValue(line.Text, out var basis) || string.IsNullOrWhiteSpace(basis))
            .Select(line => About.Find(line.Span, $"「{line.Text}」の根拠が書かれていません。", "資料名・URL・確認した人のどれかを書いてください。"));
    }
}
