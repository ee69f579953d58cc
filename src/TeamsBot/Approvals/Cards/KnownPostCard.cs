using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The address of a post that was reported already: of which draft, when and by whom, and the button that opens it. No new draft is made of
/// it.
/// </summary>
internal static class KnownPostCard
{
    public static AdaptiveCard For(DraftView view)
    {
        var (draft, say) = (view.Draft, view.Language);
        var reported = draft.Events.Last(happened => happened.Kind == DraftEventKind.Posted);
        var title = draft.LikeOf is null
            ? say.Say("報告済みの投稿です", "This post was reported already")
            : say.Say("「いいね」を記録済みの投稿です", "The like of this post is on record");
        return CardParts.Card(
            [
                CardParts.Title(title),
                ReviewParts.Line(ReviewParts.Bold($"No.{draft.Number}　{DraftTitle.Of(draft)}"), ReviewParts.Plain($"　{view.Account}")),
                ReviewParts.Line(
                    ReviewParts.Subtle(say.Say("報告　", "Reported　")),
                    ReviewParts.Plain($"{JapaneseTime.Format(reported.At, view.Now, say)}　{reported.Who}")
                ),
                CardParts.Remark(say.Say("新しい下書きは作成していません。", "No new draft was made.")),
                ReviewParts.Primary(
                    Buttons.Execute(
                        say.Say($"No.{draft.Number} を開く", $"Open No.{draft.Number}"),
                        ApprovalVerbs.Show,
                        view.Data(),
                        style: "positive",
                        takesInputs: false
                    )
                ),
            ],
            say.Say($"No.{draft.Number} で報告済みの投稿です。", $"This post was reported with No.{draft.Number}."),
            language: say);
    }
}
