using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What stays of a person's card when the draft came to them in a newer message: which draft and where to go on. No state, which would be
/// false after the next step; no buttons, no text.
/// </summary>
internal static class MovedCard
{
    /// <param name="notice">Why a press on it did not count.</param>
    /// <param name="more">What the press brought along.</param>
    public static AdaptiveCard For(DraftView view, AdaptiveContainer? notice = null, params IEnumerable<AdaptiveElement> more)
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"No.{view.Draft.Number}");
        return CardParts.Card(
            [
                CardParts.Title(title),
                new AdaptiveRichTextBlock
                {
                    Inlines = [new AdaptiveTextRun { Text = DraftTitle.Of(view.Draft), Weight = AdaptiveTextWeight.Bolder }],
                    Spacing = AdaptiveSpacing.None,
                },
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                .. more,
                CardParts.Remark(
                    view.Language.Say("続きは、下の新しいメッセージでお願いします。", "Please go on in the newer message below.")
                ),
            ],
            title,
            language: view.Language);
    }
}
