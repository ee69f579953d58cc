using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>News marked for everybody that goes out on one medium only [tochigi-5-3-1, tochigi-5-3].</summary>
internal sealed class MultiMediaRule : IRule
{
    public RuleInfo About { get; } = new("multi-media", Category.MediumFit, Severity.Hint, "tochigi-5-3-1", "tochigi-5-3");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context is { WideNotice: true, OtherMedia: null or { Count: 0 } })
            yield return About.Find(null, "広く知らせたい内容ですが、媒体が一つです。", "ほかのアカウントの下書きも作り、それぞれ点検してください。");
    }
}
