using TeamsBot.Checks.Text;
using TeamsBot.Checks.Words;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A reply that argues, blames or mocks; and the third reply to one person within 24 hours, whatever it says. While a flaming incident is
/// open it blocks, because then any argument feeds it [tochigi-6-2-2, yamaguchi-4-2-1-1]. A post that answers nobody is not judged. Words:
/// <c>Words/retort.yml</c>.
/// </summary>
internal sealed class RetortRule : IRule
{
    private const int Calm = 2;

    public RuleInfo About { get; } =
        new(
            "retort",
            Category.Disrespect,
            Severity.Warn,
            "asaka-2-4b",
            "tochigi-6-2-2",
            "yamaguchi-4-1-1",
            "yamaguchi-4-2-1-1",
            "private-3-3-1a"
        );

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var answers = context.Reply is not null || context.FlamingIncident || context.Private || draft.Normal.StartsWith('@');
        if (!answers) yield break;
        var level = context.FlamingIncident ? Severity.Block : Severity.Warn;
        foreach (var finding in PhraseFindings.Of(About, draft, context)) yield return finding with { Severity = level };
        if (context.Reply is { EarlierIn24Hours: >= Calm } reply)
        {
            yield return About.Find(
                null,
                $"24時間のうちに {reply.To} への返信が{reply.EarlierIn24Hours + 1}回目になります。言い合いになり始めています。",
                "いったん返信を止め、所属長に相談してください。",
                severity: level);
        }
    }
}
