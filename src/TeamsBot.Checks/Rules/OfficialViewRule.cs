using System.Buffers;
using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A statement of the organisation's position (県としては、見解、考え方): only a flag that lifts the draft out of a standing rule to the head. The name
/// of a plan or a policy page is no statement.
/// </summary>
internal sealed partial class OfficialViewRule : IRule
{
    private static readonly SearchValues<string> Cues = SearchValues.Create(["としては", "見解", "考え方", "方針", "立場"], StringComparison.Ordinal);

    public RuleInfo About { get; } = new("official-view", Category.Unofficial, Severity.Hint, "yamaguchi-3-4c");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Private || !draft.Normal.AsSpan().ContainsAny(Cues)) yield break;
        foreach (Match match in Statement().Matches(draft.Normal))
        {
            var span = draft.At(match);
            yield return About.Find(span, $"「{draft.Quote(span)}」は、組織の見解を示す言い方です。", "定例の発信でも、所属長の決裁を受けてください。");
            yield break;
        }
    }

    [GeneratedRegex(
        @"(本|当|[都道府県市区町村課部局]|庁|役所|教育委員会)としては|[都道府県市区町村]の(公式)?(見解|考え方|方針|立場)(は|を(示|表明|明らか|お伝え)|です|として|、)|(公式|統一)見解",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Statement();
}
