using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Checks;

namespace TeamsBot.Approvals.Cards;

/// <summary>The words staff read for states, steps and weights. Status is always a word; colour only repeats it.</summary>
internal static class DraftWords
{
    public static string Word(this DraftStatus status) => status switch
    {
        DraftStatus.Composing => "下書き",
        DraftStatus.InReview => "確認中",
        DraftStatus.AwaitingDecision => "決裁待ち",
        DraftStatus.Approved => "承認済・投稿待ち",
        DraftStatus.Posted => "投稿済",
        DraftStatus.Returned => "差し戻し",
        DraftStatus.Rejected => "却下",
        DraftStatus.Withdrawn => "取り下げ",
        DraftStatus.Expired => "期限切れ",
        DraftStatus.OnHold => "保留",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>A colour of the card schema.</summary>
    public static AdaptiveTextColor Color(this DraftStatus status) => status switch
    {
        DraftStatus.Approved or DraftStatus.Posted => AdaptiveTextColor.Good,
        DraftStatus.Returned or DraftStatus.Rejected or DraftStatus.Expired => AdaptiveTextColor.Attention,
        DraftStatus.InReview or DraftStatus.AwaitingDecision => AdaptiveTextColor.Accent,
        DraftStatus.OnHold => AdaptiveTextColor.Warning,
        _ => AdaptiveTextColor.Default,
    };

    public static string Word(this Severity severity) => severity switch
    {
        Severity.Stop => "止め",
        Severity.Block => "要修正",
        Severity.Warn => "注意",
        _ => "助言",
    };

    public static AdaptiveTextColor Color(this Severity severity) => severity switch
    {
        Severity.Stop or Severity.Block => AdaptiveTextColor.Attention,
        Severity.Warn => AdaptiveTextColor.Warning,
        _ => AdaptiveTextColor.Accent,
    };

    public static string Word(this FindingGroup group) => group switch
    {
        FindingGroup.Error => "誤り",
        FindingGroup.Leak => "漏えい",
        _ => "誤解",
    };

    public static string Word(this DraftEventKind kind) => kind switch
    {
        DraftEventKind.Started => "下書きを作成",
        DraftEventKind.Revised => "本文・設定を変更",
        DraftEventKind.Submitted => "確認を依頼",
        DraftEventKind.ReviewApproved => "確認済み",
        DraftEventKind.Returned => "差し戻し",
        DraftEventKind.Rejected => "却下",
        DraftEventKind.Approved => "承認",
        DraftEventKind.Withdrawn => "取り下げ",
        DraftEventKind.Expired => "期限切れ",
        DraftEventKind.TextHandedOut => "投稿先を確認し、本文を受け取り",
        DraftEventKind.PostedTextDiffered => "投稿文が承認文と相違",
        DraftEventKind.Posted => "投稿を報告",
        DraftEventKind.LiftAsked => "例外の判断を依頼",
        DraftEventKind.Lifted => "例外を認める",
        DraftEventKind.LiftRefused => "例外を認めない",
        DraftEventKind.UnapprovedPost => "決裁前の投稿を報告",
        DraftEventKind.StandingApproved => "事前承認により承認",
        DraftEventKind.TickedAsStaff => "職員としての発信を確認",
        DraftEventKind.TickedOfficialVoice => "公式の発信であることを確認",
        DraftEventKind.Rerouted => "担当の変更により依頼先を変更",
        DraftEventKind.Dismissed => "点検の項目を「該当しない」とする",
        DraftEventKind.PicturesChanged => "画像を変更",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Where the draft stands among the steps: ① 確認 → ② 決裁 → 投稿.</summary>
    public static AdaptiveTextRun[] Steps(Draft draft)
    {
        var at = draft.Status switch
        {
            DraftStatus.InReview => 1,
            DraftStatus.AwaitingDecision => 2,
            DraftStatus.Approved => 3,
            DraftStatus.Posted => 4,
            _ => 0,
        };
        if (draft.Route?.Standing is { Holds: true }) return [Step(1, "① 確認"), Arrow, new AdaptiveTextRun { Text = "② 事前承認", IsSubtle = true }, Arrow, Step(3, "③ 投稿")];
        return [Step(1, "① 確認"), Arrow, Step(2, "② 決裁"), Arrow, Step(3, "③ 投稿")];
        AdaptiveTextRun Step(int step, string word) => step == at
            ? new AdaptiveTextRun { Text = $"【{word}】", Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Accent }
            : new AdaptiveTextRun { Text = step < at ? $"{word} 済" : word, IsSubtle = true };
    }

    private static AdaptiveTextRun Arrow => new() { Text = " → ", IsSubtle = true };
}
