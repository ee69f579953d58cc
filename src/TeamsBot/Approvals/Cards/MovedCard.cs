using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>What stays of a person's card when the draft came to them in a newer message: the state and where to go on; no buttons, no text.</summary>
internal static class MovedCard
{
    public static AdaptiveCard For(DraftView view)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"No.{view.Draft.Number}　{view.Draft.Status.Word(view.Language)}");
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
