using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Wording that looks down on readers. A plain address of residents and orders to be silent are blocked, contempt for their questions is a
/// warning; the same letters in plants, animals and idioms are not meant. Words: <c>Words/irreverent.yml</c>.
/// </summary>
internal sealed class IrreverentRule : IRule
{
    public RuleInfo About { get; } = new("irreverent", Category.Disrespect, Severity.Warn, "asaka-5-3-1");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context) => PhraseFindings.Of(About, draft, context);
}
