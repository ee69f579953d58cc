using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A group of people together with exclusion, contempt or a fixed role, in one clause. Naming a group is no finding; a sentence that speaks
/// against prejudice clears. Words: <c>Words/discrimination.yml</c>.
/// </summary>
internal sealed class DiscriminationRule : IRule
{
    public RuleInfo About { get; } =
        new("discrimination", Category.Discrimination, Severity.Block, "asaka-5-3-2", "asaka-6-2-4-sa", "asaka-6-2-5");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context) => PhraseFindings.Of(About, draft, context);
}
