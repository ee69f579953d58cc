using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals;

/// <summary>
/// What a channel sees of a draft that was handed in there: its state and who is next; no text, no buttons, and no reasons, because those
/// quote the text (features.md c, watch list).
/// </summary>
internal static class ThreadCard
{
    public static AdaptiveCard For(DraftView view) => CardParts.Card(
        [
            .. DraftSections.Header(view),
            CardParts.Remark("本文とチェック結果は、起案者と確認者の個人チャットでご覧いただけます。"),
            .. DraftSections.History(view, 3, withNotes: false),
        ],
        $"下書き No.{view.Draft.Number}「{view.Draft.Status.Word()}」");
}
