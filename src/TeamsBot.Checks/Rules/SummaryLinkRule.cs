using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Complicated matter belongs on a page: four or more dates and times without a link get a hint [tochigi-4-2-3, tochigi-5-3-2]. Four is a
/// suggested setting.
/// </summary>
internal sealed class SummaryLinkRule : IRule
{
    private const int Conditions = 4;

    public RuleInfo About { get; } = new("summary-link", Category.MediumFit, Severity.Hint, "tochigi-4-2-3", "tochigi-5-3-2");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Medium is Medium.Website || draft.Urls.Count > 0) yield break;
        var count = draft.Dates(context.PostedOn).Count + draft.Times.Count(time => time.IsPossible);
        if (count >= Conditions)
            yield return About.Find(
                null,
                $"日時が{count}件書かれていて、込み入った内容です。",
                "要点を2行ほどにまとめ、詳しい内容を載せたページのURLか問合せ先を示してください。"
            );
    }
}
