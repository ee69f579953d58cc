using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// An illegal act together with encouragement or playing down. A warning against the act clears. Words: <c>Words/illegal-act.yml</c>.
/// </summary>
internal sealed class IllegalActRule : IRule
{
    public RuleInfo About { get; } = new("illegal-act", Category.Illegal, Severity.Block, "asaka-5-3-3");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context) => PhraseFindings.Of(About, draft, context);
}
