using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A draft whose category or medium the account's policy does not name, or whose medium its audience hardly uses. その他 needs a reason and is
/// only advice; silent where nobody picked a category [asaka-5-1, yamaguchi-3-1-4a, yamaguchi-3-1-3].
/// </summary>
internal sealed class OffPurposeRule : IRule
{
    private const string Other = "その他";

    public RuleInfo About { get; } =
        new(
            "off-purpose",
            Category.MediumFit,
            Severity.Warn,
            "yamaguchi-3-1-4a",
            "yamaguchi-3-1-2",
            "yamaguchi-3-1-3",
            "asaka-5-1",
            "asaka-annex-2",
            "ward-3-1"
        );

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Account is not { } account) yield break;
        if (account.Media.Count > 0 && !account.Media.Contains(context.Medium))
            yield return About.Find(null, "このアカウントの運用ポリシーにない媒体です。", "ポリシーにある媒体を選んでください。", severity: Severity.Block);
        if (context.ContentCategory == Other)
            yield return About.Find(null, "発信する情報の区分が「その他」です。", "この発信が必要な理由を書いてください。", severity: Severity.Hint);
        else if (context.ContentCategory is { } category && account.Contents.Count > 0 && !account.Contents.Contains(category))
            yield return About.Find(
                null,
                $"「{category}」は、このアカウントで発信する情報（{string.Join("、", account.Contents)}）にありません。",
                "区分か投稿先のアカウントを見直してください。"
            );
        if (context.Medium == Medium.Instagram && account.Audience.Contains("高齢", StringComparison.Ordinal))
            yield return About.Find(
                null,
                "ポリシーの対象者は高齢者ですが、Instagramの利用は若い世代が中心です。",
                "LINEや広報紙などもあわせて使うことを考えてください。",
                severity: Severity.Hint
            );
    }
}
