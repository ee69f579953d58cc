using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals;

/// <summary>Asks the head whether blocking findings may pass, with a written reason that stays on record (rules.md 1.1). A stop is never asked about.</summary>
internal static class LiftCard
{
    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice = null, string reason = "") => CardParts.Card(
        [
            .. DraftSections.Header(view),
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            CardParts.Notice(NoticeKind.Attention, "「要修正」の項目について、例外として確認に回してよいかの判断をお願いします。この判断は承認ではありません。確認と決裁は別に行います。"),
            .. DraftSections.Text(view),
            .. PicturesSection.ForReader(view),
            .. DraftSections.Note(view.Draft),
            .. FindingsSection.For(view, withAnswerFields: false),
            new AdaptiveTextInput
            {
                Label = "判断の理由（10字以上。確認者と監査の記録に残ります）", Id = ApprovalFields.Reason, Value = reason, IsMultiline = true,
                MaxLength = DraftInput.MaxReason,
            },
            .. DraftSections.History(view),
        ],
        $"下書き No.{view.Draft.Number} 例外の判断",
        [
            Buttons.Execute("例外として認める", ApprovalVerbs.Lift, view.Data((ApprovalFields.Decision, "grant"))),
            Buttons.Execute("認めない", ApprovalVerbs.Lift, view.Data((ApprovalFields.Decision, "refuse"))),
        ]);
}
