using System.Text.RegularExpressions;
using TeamsBot.Checks.Context;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A post that calls for applications names neither method nor contact nor a page that would [asaka-7-1-ex2-1]. Advice; a pack may make it
/// weigh more.
/// </summary>
internal sealed partial class ApplyInfoRule : IRule
{
    public RuleInfo About { get; } = new("apply-info", Category.Facts, Severity.Hint, "asaka-7-1-ex2-1");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (!(context.Event?.Kind == EventKind.Application || Call().IsMatch(draft.Normal)) || Tense.Reports(draft.Normal)) yield break;
        if (Closed().IsMatch(draft.Normal) || draft.Urls.Count > 0 || Elsewhere().IsMatch(draft.Normal)) yield break;
        var missing = new List<string>();
        if (!Method().IsMatch(draft.Normal)) missing.Add("申込方法");
        if (!Deadline().IsMatch(draft.Normal) && context.Event?.Deadline is null) missing.Add("申込期限");
        if (draft.Phones.Count == 0 && !Contact().IsMatch(draft.Normal)) missing.Add("問合せ先");
        if (missing.Count > 0)
            yield return About.Find(
                null,
                $"申込みの案内に、{string.Join("・", missing)}が見当たりません。",
                "本文に加えるか、詳しい内容を載せたページのURLを示してください。"
            );
    }

    [GeneratedRegex("参加者(?:を|の)?募集|募集(?:中|します|して)|申込(?:み)?受付|要申込|申し込みを受け", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Call();

    [GeneratedRegex("申込(?:み)?不要|予約不要|満員|定員に達し|受付(?:は|を)?終了|募集(?:は|を)?終了", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Closed();

    [GeneratedRegex("ホームページ|HP|ウェブサイト|プロフィール|広報紙|募集要項|チラシ|窓口", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Elsewhere();

    [GeneratedRegex(
        "電話で|電話か|電話または|へ電話|窓口|申込書|電子申請|フォーム|メール|はがき|往復|ファクス|FAX|郵送|持参|QR|予約(?:サイト|システム)|申込(?:み|先)?[は:]|申し込み[は:]|直接",
        RegexOptions.CultureInvariant,
        2000
    )]
    private static partial Regex Method();

    [GeneratedRegex("締め?切|〆切|まで|期限|先着|必着|随時|期間", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Deadline();

    [GeneratedRegex("問い?合わ?せ|連絡先|[課室係局所館]へ|担当", RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Contact();
}
