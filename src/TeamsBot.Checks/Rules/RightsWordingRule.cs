using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Dated or hurtful words for people, with what is said today. The guides it follows ban no word, so an old word for an occupation or a
/// family is advice; only a word that hurts whom it names is a warning. Names of systems, museums and works keep their words. Words:
/// <c>Words/rights-wording.yml</c>.
/// </summary>
internal sealed class RightsWordingRule : IRule
{
    public RuleInfo About { get; } = new("rights-wording", Category.Discrimination, Severity.Warn, "asaka-6-2-5", "asaka-2-2");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context) => PhraseFindings.Each(About, draft, context);
}
