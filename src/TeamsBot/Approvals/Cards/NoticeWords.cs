using System.Globalization;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// Heading and button of each short message. The heading says the request too: a lock screen does not always keep the summary.
/// </summary>
internal static class NoticeWords
{
    public static string Heading(DraftView view, DraftCall call)
    {
        var say = view.Language;
        var words = call.Kind switch
        {
            DraftCallKind.ReviewAsked when NoticeSummary.IsSame(view.Draft) => say.Say(
                "本文を変えずに再申請されました。確認をお願いします",
                "Handed in again with the same text. Please check"
            ),
            DraftCallKind.ReviewAsked when NoticeSummary.IsAgain(view.Draft) => say.Say(
                "直して再申請されました。確認をお願いします",
                "Corrected and handed in again. Please check"
            ),
            DraftCallKind.ReviewAsked => say.Say("確認をお願いします", "Please check"),
            DraftCallKind.DecisionAsked => say.Say("決裁をお願いします", "Please decide"),
            DraftCallKind.LiftAsked => say.Say("例外の判断をお願いします", "Please judge an exception"),
            DraftCallKind.Returned => say.Say("差し戻されました", "Returned to you"),
            DraftCallKind.Rejected => say.Say("却下されました", "Rejected"),
            DraftCallKind.Approved when view.Draft.LikeOf is not null => say.Say(
                "承認されました。「いいね」ができます",
                "Approved. You can like it"
            ),
            DraftCallKind.Approved => say.Say("承認されました。投稿できます", "Approved. You can post it"),
            DraftCallKind.Expired => say.Say("期限が切れました", "Expired"),
            DraftCallKind.Lifted => say.Say("例外が認められました。確認に回せます", "Exception granted. You can hand it in"),
            DraftCallKind.LiftRefused => say.Say("例外は認められませんでした", "Exception refused"),
            DraftCallKind.Rerouted => say.Say("依頼先が変わりました", "Others were asked"),
            DraftCallKind.StillWaiting => say.Say("まだ返事がありません", "No answer yet"),
            DraftCallKind.Overtaken or DraftCallKind.TakenBack => Overtaken(view),
            DraftCallKind.PostedByOther when view.Draft.OpenAlarm == AlarmKind.Account => say.Say(
                "別のアカウントへの投稿が報告されました",
                "Reported as posted from another account"
            ),
            DraftCallKind.PostedByOther when view.Draft.OpenAlarm == AlarmKind.Text => say.Say(
                "投稿文が承認文と違います",
                "The posted text is not the approved one"
            ),
            DraftCallKind.PostedByOther => say.Say("投稿されました", "Posted"),
            _ => throw new ArgumentOutOfRangeException(nameof(call), call.Kind, null),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{words} No.{view.Draft.Number}");
    }

    public static string Button(DraftView view, DraftCall call)
    {
        var say = view.Language;
        return call.Kind switch
        {
            DraftCallKind.ReviewAsked
            or DraftCallKind.DecisionAsked when NoticeSummary.IsAgain(view.Draft) && !NoticeSummary.IsSame(view.Draft) => say.Say(
                "直した版を確かめる",
                "See the corrected text"
            ),
            DraftCallKind.ReviewAsked => say.Say("内容を見て確認する", "Open and check"),
            DraftCallKind.DecisionAsked => say.Say("内容を見て決裁する", "Open and decide"),
            DraftCallKind.LiftAsked => say.Say("内容を見て判断する", "Open and judge"),
            DraftCallKind.Returned => say.Say("直して再申請する", "Correct and hand in again"),
            DraftCallKind.Expired => view.Draft.PlannedAt is null
                ? say.Say("もう一度確認に回す", "Hand in again")
                : say.Say("日時を直して回し直す", "Change the time, hand in again"),
            DraftCallKind.Lifted => say.Say("開いて確認に回す", "Open and hand in"),
            _ => say.Say("内容を見る", "Open"),
        };
    }

    /// <summary>What the reader was asked for has ended without them.</summary>
    private static string Overtaken(DraftView view) => view.Draft.Ended()?.Kind switch
    {
        DraftEventKind.Withdrawn => view.Language.Say("取り下げられました", "Withdrawn"),
        DraftEventKind.Revised => view.Language.Say("下書きに戻りました", "A draft again"),
        DraftEventKind.Expired => view.Language.Say("期限が切れました", "Expired"),
        _ => view.Language.Say("ほかの方が先に処理しました", "Somebody else was quicker"),
    };

    /// <summary>By when what was not done.</summary>
    public static string Expired(DraftView view)
    {
        var step = view.Draft.Reviews is [.., { Step: RouteStep.SecondReview }]
            ? view.Language.Say("確認", "the check")
            : view.Language.Say("決裁", "the decision");
        return view.Draft.PlannedAt is { } at && at <= view.Now
            ? view.Language.Say(
                $"{JapaneseTime.Format(at, view.Now)} までに{step}が終わりませんでした",
                $"{step} was not done by {JapaneseTime.Format(at, view.Now)}"
            )
            : view.Language.Say($"期間内に{step}が終わりませんでした", $"{step} was not done in time");
    }
}
