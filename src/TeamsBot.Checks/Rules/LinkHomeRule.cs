using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// Advice: a post with no link to the own site leaves readers without the details [asaka-3-2-3-4]. Only where there are details to look up:
/// something announced for a day or hour, or something to apply for or to read on. Instagram cannot link, so it is left out.
/// </summary>
internal sealed partial class LinkHomeRule : IRule
{
    public RuleInfo About { get; } = new("link-home", Category.MediumFit, Severity.Hint, "asaka-3-2-3-4", "tochigi-4-1-2");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (context.Private || context.Medium is Medium.Instagram or Medium.Website || context.Organisation.Domains is not [var domain, ..])
            yield break;
        if (draft.Normal.Length == 0 || draft.Urls.Any(url => url.IsOwnSite(context.Organisation))) yield break;
        if (!IsDue(draft, context)) yield break;
        yield return About.Find(null, "自組織のホームページへのリンクがありません。", $"詳しい内容のページがあれば、そのURL（https://www.{domain}/…）を加えてください。");
    }

    /// <summary>A report of what was, thanks or greetings need no page; nor does what must be read at once.</summary>
    private static bool IsDue(DraftText draft, CheckContext context) => !Urgent().IsMatch(draft.Normal) && !Tense.Reports(draft.Normal)
        && (draft.Dates(context.PostedOn).Count > 0 || draft.Times.Count > 0 || Details().IsMatch(draft.Normal));

    [GeneratedRegex(
        "詳し[いく]|催し|行事|イベント|まつり|祭|詳細|ホームページ|ウェブサイト|HP|募集|申込|申し込|受付|手続|届出|申請|助成|補助金|給付|開催|説明会|講座|相談会|試験|入札|意見を",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Details();

    [GeneratedRegex("避難(?:して|指示|を)|緊急|警報|地震|津波|土砂災害|氾濫|命を守る|通行止", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Urgent();
}
