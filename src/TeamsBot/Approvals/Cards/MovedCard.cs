using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>What stays of a person's card when the draft came to them in a newer message: which draft and where to go on. No state, which would be false after the next step; no buttons, no text.</summary>
internal static class MovedCard
{
    public static AdaptiveCard For(DraftView view)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"No.{view.Draft.Number}");
        return CardParts.Card(
            [
                CardParts.Title(title),
                new AdaptiveRichTextBlock { Inlines = [new AdaptiveTextRun { Text = DraftTitle.Of(view.Draft), Weight = AdaptiveTextWeight.Bolder }], Spacing = AdaptiveSpacing.None },
                CardParts.Remark(view.Language.Say("続きは、下の新しいメッセージでお願いします。", "Please go on in the newer message below.")),
            ],
            title,
            language: view.Language);
    }
}
