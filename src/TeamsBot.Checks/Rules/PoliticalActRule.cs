using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Support for, or opposition to, a candidate or party. A neutral notice of an election and a vote for a mascot clear. Words:
/// <c>Words/political-act.yml</c>.
/// </summary>
internal sealed class PoliticalActRule : IRule
{
    public RuleInfo About { get; } =
        new("political-act", Category.FlamingTopic, Severity.Block, "tochigi-2-2", "yamaguchi-2-2", "asaka-2-1b");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context) => PhraseFindings.Of(About, draft, context);
}
