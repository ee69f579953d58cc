using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Gates;

/// <summary>The second step of the last approval: the final text once more, where it will stand, and that it cannot be taken back [ward-4-9, asaka-2-3b].</summary>
internal static class FinalCard
{
    private const int HashShown = 16;

    public static AdaptiveCard For(DraftView view, ShownApproval shown, AdaptiveContainer? notice = null) => CardParts.Card(
        [
            .. DraftSections.Header(view),
            .. notice is null ? [] : new AdaptiveElement[] { notice },
            CardParts.Notice(NoticeKind.Attention, "公開した情報は、完全には消せません。誰もが見られ、写しが残ります。次の内容で承認してよいか、もう一度お確かめください。"),
            .. DraftSections.Text(view),
            .. PicturesSection.ForReader(view),
            CardParts.Remark($"本文の照合番号：{shown.TextHash[..HashShown]}"),
        ],
        $"下書き No.{view.Draft.Number} 承認の確認",
        [
            Buttons.Execute("この内容で承認する", ApprovalVerbs.Decide, view.Data((ApprovalFields.Decision, nameof(Decision.Approve)), (GateFields.Second, "true")), style: "positive", takesInputs: false),
            Buttons.Execute("戻って見直す", GateVerbs.Back, view.Data(), takesInputs: false),
            .. DraftSections.IsCut(view) ? [Buttons.Execute("全文を表示", ApprovalVerbs.FullText, view.Data(), takesInputs: false)] : Array.Empty<AdaptiveAction>(),
        ]);
}

internal static class GateVerbs
{
    public const string Back = "approvals.reviewAgain";
}
