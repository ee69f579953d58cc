using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Checks;

namespace TeamsBot.Approvals.Cards;

/// <summary>The words staff read for states, steps and weights. Status is always a word; colour only repeats it.</summary>
internal static class DraftWords
{
    public static string Word(this DraftStatus status, CardLanguage language = CardLanguage.Ja) => status switch
    {
        DraftStatus.Composing => language.Say("下書き", "Draft"),
        DraftStatus.InReview => language.Say("確認中", "In review"),
        DraftStatus.AwaitingDecision => language.Say("決裁待ち", "Awaiting decision"),
        DraftStatus.Approved => language.Say("承認済・投稿待ち", "Approved, to be posted"),
        DraftStatus.Posted => language.Say("投稿済み", "Posted"),
        DraftStatus.Returned => language.Say("差し戻し", "Returned"),
        DraftStatus.Rejected => language.Say("却下", "Rejected"),
        DraftStatus.Withdrawn => language.Say("取り下げ", "Withdrawn"),
        DraftStatus.Expired => language.Say("期限切れ", "Expired"),
        DraftStatus.OnHold => language.Say("保留", "On hold"),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    /// <summary>As a sentence names them to somebody: 「田中 誠さん（課長）」.</summary>
    public static string Polite(this Reviewer reviewer, CardLanguage language) =>
        language.Say(
            reviewer.OnBehalfOf is null
                ? $"{reviewer.Name}さん（{reviewer.Title}）"
                : $"{reviewer.Name}さん（{reviewer.Title}・{reviewer.OnBehalfOf}の代決）",
            reviewer.Display
        );

    /// <summary>A colour of the card schema.</summary>
    public static AdaptiveTextColor Color(this DraftStatus status) => status switch
    {
        DraftStatus.Approved or DraftStatus.Posted => AdaptiveTextColor.Good,
        DraftStatus.Returned or DraftStatus.Rejected or DraftStatus.Expired => AdaptiveTextColor.Attention,
        DraftStatus.InReview or DraftStatus.AwaitingDecision => AdaptiveTextColor.Accent,
        DraftStatus.OnHold => AdaptiveTextColor.Warning,
        _ => AdaptiveTextColor.Default,
    };

    public static string Word(this Severity severity, CardLanguage language = CardLanguage.Ja) => severity switch
    {
        Severity.Stop => language.Say("要修正（例外なし）", "Must fix (no exception)"),
        Severity.Block => language.Say("要修正", "Must fix"),
        Severity.Warn => language.Say("要確認", "To confirm"),
        _ => language.Say("助言", "Advice"),
    };

    public static AdaptiveTextColor Color(this Severity severity) => severity switch
    {
        Severity.Stop or Severity.Block => AdaptiveTextColor.Attention,
        Severity.Warn => AdaptiveTextColor.Warning,
        _ => AdaptiveTextColor.Accent,
    };

    public static string Word(this FindingGroup group, CardLanguage language = CardLanguage.Ja) => group switch
    {
        FindingGroup.Error => language.Say("内容の誤り", "Errors"),
        FindingGroup.Leak => language.Say("情報漏えい", "Leaks"),
        _ => language.Say("誤解のおそれ", "Misreading"),
    };

    /// <summary>Beside a finding, whose title says the rest.</summary>
    public static string ShortWord(this FindingGroup group, CardLanguage language = CardLanguage.Ja) => group switch
    {
        FindingGroup.Error => language.Say("誤り", "error"),
        FindingGroup.Leak => language.Say("漏えい", "leak"),
        _ => language.Say("誤解", "misreading"),
    };

    public static string Word(this DraftEventKind kind, CardLanguage language = CardLanguage.Ja) => kind switch
    {
        DraftEventKind.Started => language.Say("下書きを作成", "draft made"),
        DraftEventKind.Revised => language.Say("本文・設定を変更", "text or settings changed"),
        DraftEventKind.Submitted => language.Say("確認を依頼", "sent for review"),
        DraftEventKind.ReviewApproved => language.Say("確認済み", "checked"),
        DraftEventKind.Returned => language.Say("差し戻し", "returned"),
        DraftEventKind.Rejected => language.Say("却下", "rejected"),
        DraftEventKind.Approved => language.Say("承認", "approved"),
        DraftEventKind.Withdrawn => language.Say("取り下げ", "withdrawn"),
        DraftEventKind.Expired => language.Say("期限切れ", "expired"),
        DraftEventKind.TextHandedOut => language.Say("投稿先を確認し、本文を受け取り", "account confirmed, text handed out"),
        DraftEventKind.PostedTextDiffered => language.Say("投稿文が承認文と相違", "posted text differs from the approved one"),
        DraftEventKind.Posted => language.Say("投稿を報告", "reported as posted"),
        DraftEventKind.LiftAsked => language.Say("例外の判断を依頼", "exception asked for"),
        DraftEventKind.Lifted => language.Say("例外を認める", "exception granted"),
        DraftEventKind.LiftRefused => language.Say("例外を認めない", "exception refused"),
        DraftEventKind.UnapprovedPost => language.Say("決裁前の投稿を報告", "post before the decision reported"),
        DraftEventKind.StandingApproved => language.Say("事前承認により承認", "approved by an approval given ahead"),
        DraftEventKind.TickedAsStaff => language.Say("職員としての発信を確認", "confirmed: writes as a member of staff"),
        DraftEventKind.TickedOfficialVoice => language.Say("公式の発信であることを確認", "confirmed: official voice"),
        DraftEventKind.Rerouted => language.Say("担当の変更により依頼先を変更", "sent to others, because duties changed"),
        DraftEventKind.Dismissed => language.Say("点検の項目を「該当しない」とする", "finding marked as not applying"),
        DraftEventKind.PostedUrlCorrected => language.Say("投稿のURLを訂正", "address of the post corrected"),
        DraftEventKind.PostedElsewhere => language.Say("別のアカウントへの投稿を報告", "post by another account reported"),
        DraftEventKind.AddressUnfit => language.Say("投稿先と合わないURLを入力", "address of another account's post entered"),
        DraftEventKind.Advised => language.Say("どうするかを起案者に伝達", "author told what to do"),
        DraftEventKind.StrayRemoved => language.Say("別のアカウントの投稿を消したと記録", "post under another account recorded as removed"),
        DraftEventKind.StrayKept => language.Say("別のアカウントの投稿を残すと記録", "post under another account recorded as left"),
        DraftEventKind.AccountShut => language.Say("投稿先に投稿できなくなった", "nothing may be posted to the account"),
        DraftEventKind.AccountOpen => language.Say("投稿先に投稿できるようになった", "the account may be posted to again"),
        DraftEventKind.TextOpened => language.Say("全文を開く", "whole text opened"),
        DraftEventKind.PicturesChanged => language.Say("画像を変更", "pictures changed"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>
    /// Heaviest first, as they are counted and listed: 要修正 holds a draft back, 要確認 wants a change or an answer, 助言 is free.
    /// </summary>
    public static readonly Severity[] Weights = [Severity.Stop, Severity.Block, Severity.Warn, Severity.Hint];

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
        if (draft.Route?.Standing is { Holds: true })
            return [Step(1, "① 確認"), Arrow, new AdaptiveTextRun { Text = "② 事前承認", IsSubtle = true }, Arrow, Step(3, "③ 投稿")];
        return [Step(1, "① 確認"), Arrow, Step(2, "② 決裁"), Arrow, Step(3, "③ 投稿")];
        AdaptiveTextRun Step(int step, string word) => step == at
            ? new AdaptiveTextRun { Text = $"【{word}】", Weight = AdaptiveTextWeight.Bolder, Color = AdaptiveTextColor.Accent }
            : new AdaptiveTextRun { Text = step < at ? $"{word} 済" : word, IsSubtle = true };
    }

    private static AdaptiveTextRun Arrow => new() { Text = " → ", IsSubtle = true };
}
