using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// The writer's own opinion or private life on an official account. A wish (ご参加いただければと思います), a quoted resident and a question to readers
/// are not meant; private use has no official view. Where an opinion is certain, the lighter signs of one beside it are not listed. Words:
/// <c>Words/not-official-view.yml</c>.
/// </summary>
internal sealed class NotOfficialViewRule : IRule
{
    public RuleInfo About { get; } = new("not-official-view", Category.Unofficial, Severity.Block, "asaka-5-3-8");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Private) return [];
        var found = PhraseFindings.Of(About, draft, context).ToList();
        return found.Where(finding => finding.Severity == found.Max(other => other.Severity));
    }
}
