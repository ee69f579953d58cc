using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// A correction must say what was wrong, what is right, and where or how it came about; the missing parts are named [tochigi-6-1-4,
/// asaka-8-3-1b, private-3-3-2a]. Corrections of tax returns and registers are no corrections of a post.
/// </summary>
internal sealed partial class CorrectionShapeRule : IRule
{
    public RuleInfo About { get; } =
        new("correction-shape", Category.Correction, Severity.Block, "tochigi-6-1-4", "asaka-8-3-1b", "private-3-3-2a");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        var said = Correction().Match(draft.Normal);
        if (!said.Success && !context.IsCorrection) yield break;
        var missing = new List<string>();
        if (!Wrong().IsMatch(draft.Normal)) missing.Add("誤っていた内容（誤）");
        // An insult has no right version; there its writer's apology stands in for it.
        if (!Right().IsMatch(draft.Normal) && !(context is { Private: true, IsCorrection: true } && Apology().IsMatch(draft.Normal)))
            missing.Add("正しい内容（正）");
        if (!Story().IsMatch(draft.Normal)) missing.Add("どの投稿のどこが、なぜ違ったかの説明");
        if (missing.Count == 0) yield break;
        yield return About.Find(
            said.Success ? draft.At(said) : null,
            $"訂正のお知らせに、{string.Join("、", missing)}が見当たりません。",
            "「○日の投稿で△を□と書きました（誤）。正しくは◇です（正）。」のように補ってください。"
        );
    }

    [GeneratedRegex(
        @"【(お詫びと)?訂正[^】]{0,8}】|(お詫び|おわび)と訂正|訂正と(お詫び|おわび)|訂正のお知らせ|訂正して(お詫び|おわび)|(投稿|ポスト|ツイート|お知らせ|掲載|記事)[^。\n]{0,40}(訂正します|訂正いたします|訂正させて)|"
            + @"^訂正[:します]",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.Multiline
    )]
    private static partial Regex Correction();

    [GeneratedRegex(
        @"誤り|誤って|誤記|誤植|間違|まちがい|誤:|誤\)|\(誤\)|【誤】|誤(と|「)|と(記載|表記|掲載|案内|書)(し|いて)|ではなく|と(しま|お伝えしま|お知らせしま|ご案内しま|案内しま|ありま|なっていま)し?たが|とありますが|"
            + @"となっていますが|訂正前",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Wrong();

    [GeneratedRegex(
        @"正しくは|正しい|正:|\(正\)|正\)|【正】|→|訂正後|に訂正(し|いた)|に(改め|直し)|ではなく",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Right();

    [GeneratedRegex(
        @"お詫び|おわび|お詫|申し訳|申しわけ|すみません|すいません|ごめん|謝罪|謝り",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Apology();

    [GeneratedRegex(
        @"投稿|ポスト|ツイート|掲載|お知らせした|ご案内した|配信|配布|発行|広報|号|ページ|記事|チラシ|経緯|原因|確認不足|ため、|により|の(日時|日程|時刻|時間|会場|場所|電話番号|氏名|名称|料金|金額|曜日|締切|住所)",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Story();
}
