using System.Text.RegularExpressions;
using TeamsBot.Checks.Text;

namespace TeamsBot.Checks.Rules;

/// <summary>
/// An apology for the organisation's own conduct must hold what happened, why, whom it harmed and what is done [asaka-8-3-3b]; a pack may
/// want the passage before and after instead and make it block [yamaguchi-4-2-1-2]. A polite 「ご迷惑をおかけします」 about roadworks is no apology of
/// that kind.
/// </summary>
internal sealed partial class ApologyShapeRule : IRule
{
    public RuleInfo About { get; } =
        new("apology-shape", Category.Correction, Severity.Warn, "asaka-8-3-3b", "yamaguchi-4-2-1-2", "yamaguchi-2-5");

    public IEnumerable<Finding> Check(DraftText draft, CheckContext context)
    {
        if (Fault().Match(draft.Normal) is not { Success: true } fault) yield break;
        var beforeAfter = context.Policy.ApologyNeedsBeforeAfter;
        if (!beforeAfter && !Apology().IsMatch(draft.Normal)) yield break;
        var missing = beforeAfter ? BeforeAfter(draft.Normal) : FourParts(draft.Normal);
        if (missing.Count == 0) yield break;
        yield return About.Find(
            draft.At(fault),
            $"お詫びの文に、{string.Join("、", missing)}が見当たりません。",
            "足りない部分を書き加えてください。",
            severity: beforeAfter ? Severity.Block : Severity.Warn);
    }

    private static List<string> FourParts(string text)
    {
        var missing = new List<string>();
        if (!What().IsMatch(text)) missing.Add("何があったか");
        if (!Cause().IsMatch(text)) missing.Add("原因");
        if (!Harm().IsMatch(text)) missing.Add("誰にどのような影響があったか");
        if (!Remedy().IsMatch(text)) missing.Add("今後の対応");
        return missing;
    }

    private static List<string> BeforeAfter(string text)
    {
        var missing = new List<string>();
        if (!Change().IsMatch(text)) missing.Add("修正前と修正後の文");
        if (!Apology().IsMatch(text)) missing.Add("お詫びの言葉");
        return missing;
    }

    [GeneratedRegex(
        @"不適切な(投稿|表現|発言|内容|画像)|誤投稿|誤って投稿|配慮(に欠け|を欠い|が足り)|不快な思い|(個人情報|メールアドレス|名簿)[^。\n]{0,20}(漏えい|漏洩|流出|誤送信|公開してしま)|差別的な表現|炎上",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Fault();

    [GeneratedRegex(@"お詫び|おわび|謝罪|申し訳|申しわけ", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Apology();

    [GeneratedRegex(
        @"\d{1,2}月\d{1,2}日|本日|昨日|先日|に投稿した|の投稿(で|に|について|において)|公開してしま|送信し",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex What();

    [GeneratedRegex(
        @"原因|理由|経緯|ため、|ためです|により|によるもの|不足|誤認|取り違え|操作ミス|確認を怠",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Cause();

    [GeneratedRegex(
        @"ご迷惑|ご不快|不快な思い|ご心配|混乱|影響|方々|皆さま|皆様|傷つ|関係者",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Harm();

    [GeneratedRegex(
        @"再発防止|今後|削除しました|修正しました|訂正しました|見直|徹底|研修|改め|対応し|取り下げ",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Remedy();

    [GeneratedRegex(
        @"(修正|訂正|変更)前[\s\S]{0,200}(修正|訂正|変更)後|→|誤[):」][\s\S]{0,120}正[):」]|正しくは|改めました|に修正しました",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Change();
}
