using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;
using TeamsBot.Checks.WordBooks;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Indecent, cruel or reckless wording, and the phrases the organisation's reviewers have marked before (word book entries of kind
/// <c>public-order</c>). Health education, art and warnings clear the shipped words, never the learned ones. Words:
/// <c>Words/public-order.yml</c>.
/// </summary>
internal sealed class PublicOrderRule : IRule
{
    public RuleInfo About { get; } = new("public-order", Category.PublicOrder, Severity.Block, "asaka-5-3-6");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context) =>
        PhraseFindings
            .Of(About, draft, context)
            .Concat(
                WordBookMatch
                    .All(draft, context.Words)
                    .Where(match => match.Entry.Kind == WordKind.PublicOrder)
                    .Select(match => WordBookRule.Say(About, draft, match))
            );
}
