using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>「取り下げ」 typed: which draft is meant is not said, and it is done on the draft's own card.</summary>
internal static class HowToWithdrawCard
{
    public static AdaptiveCard For(CardLanguage language)
    {
        var title = language.Say("取り下げは、下書きのカードで行います", "Withdraw a draft on its own card");
        return CardParts.Card(
            [
                CardParts.Title(title),
                CardParts.Line(
                    language.Say(
                        "一覧から下書きを開き、カードの「取り下げる」を押してください。",
                        "Open the draft from the list and press \"Withdraw\" on its card."
                    )
                ),
                CardParts.Row(
                    AdaptiveSpacing.Medium,
                    Buttons.Execute(language.Say("一覧を開く", "Open the list"), ApprovalVerbs.List, style: "positive", takesInputs: false)
                ),
            ],
            title,
            language: language);
    }
}
