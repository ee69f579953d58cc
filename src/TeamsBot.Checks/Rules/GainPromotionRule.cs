using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A private business advertising itself, or easy money. A named partnership, the town's own products and shopping streets clear. Words:
/// <c>Words/gain-promotion.yml</c>.
/// </summary>
internal sealed class GainPromotionRule : IRule
{
    public RuleInfo About { get; } = new("gain-promotion", Category.Unofficial, Severity.Block, "asaka-2-1b", "asaka-5-1");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context) => PhraseFindings.Of(About, draft, context);
}
