using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What a channel sees of a draft that was handed in there: its state and who is next; no text, no buttons, and no reasons, because those
/// quote the text (features.md c, watch list).
/// </summary>
internal static class ThreadCard
{
    public static AdaptiveCard For(DraftView view) => CardParts.Card(
        [
            .. DraftSections.Header(view),
            CardParts.Remark(
                view.Language.Say(
                    "本文とチェック結果は、起案者と確認者の個人チャットでご覧いただけます。",
                    "Text and findings are shown to writer and reviewers in their own chats."
                )
            ),
            .. DraftSections.History(view, 3, withNotes: false),
        ],
        view.Language.Say(
            $"下書き No.{view.Draft.Number}「{view.Draft.Status.Word()}」",
            $"Draft No.{view.Draft.Number}: {ReaderCard.State(view.Draft, view.Language)}"
        ),
        language: view.Language
    );
}
