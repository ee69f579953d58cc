using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.AdaptiveCards;

namespace TeamsBot.Approvals.Cards;

/// <summary>The second step of the last approval: the final text once more, where it will stand, and that it cannot be taken back [ward-4-9, asaka-2-3b].</summary>
internal static class FinalCard
{
    private const int HashShown = 16;

    public static AdaptiveCard For(DraftView view, ShownApproval shown, Container? notice = null) => CardParts.Card(
        [
            .. DraftSections.Header(view),
            .. notice is null ? [] : new CardElement[] { notice },
            CardParts.Notice(NoticeKind.Attention, "公開した情報は、完全には消せません。誰もが見られ、写しが残ります。次の内容で承認してよいか、もう一度お確かめください。"),
            .. DraftSections.Text(view),
            .. PicturesSection.ForReader(view),
            CardParts.Remark($"本文の照合番号：{shown.TextHash[..HashShown]}"),
        ],
        $"下書き No.{view.Draft.Number} 承認の確認",
        [
            new ExecuteAction("この内容で承認する", ApprovalVerbs.Decide, view.Data((ApprovalFields.Decision, nameof(Decision.Approve)), (GateFields.Second, "true"))) { Style = "positive", AssociatedInputs = "none" },
            new ExecuteAction("戻って見直す", GateVerbs.Back, view.Data()) { AssociatedInputs = "none" },
            .. DraftSections.IsCut(view) ? [new ExecuteAction("全文を表示", ApprovalVerbs.FullText, view.Data()) { AssociatedInputs = "none" }] : Array.Empty<CardActionElement>(),
        ]);
}

internal static class GateVerbs
{
    public const string Back = "approvals.reviewAgain";
}
