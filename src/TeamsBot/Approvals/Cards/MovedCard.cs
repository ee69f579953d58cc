using System.Globalization;
using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What stays of a person's card when the draft came to them in a newer message: which draft, and how that ended which it was about; where
/// nothing ended, where to go on. No state, which would be false after the next step; no buttons, no text.
/// </summary>
internal static class MovedCard
{
    /// <param name="ended">Null where nothing ended, or a notice says it.</param>
    /// <param name="notice">Why a press on it did not count.</param>
    /// <param name="more">What the press brought along.</param>
    public static AdaptiveCard For(
        DraftView view,
        DraftEvent? ended = null,
        AdaptiveContainer? notice = null,
        params IEnumerable<AdaptiveElement> more
    )
    {
        var title = string.Create(CultureInfo.InvariantCulture, $"No.{view.Draft.Number}");
        return CardParts.Card(
            [
                ReviewParts.Line(ReviewParts.Bold($"{title}　"), ReviewParts.Plain(DraftTitle.Of(view.Draft))),
                .. notice is null ? [] : new AdaptiveElement[] { notice },
                .. more,
                ReviewParts.Line(ReviewParts.Small(Rest(view, ended))),
            ],
            title,
            language: view.Language);
    }

    private static string Rest(DraftView view, DraftEvent? ended) => ended is null
        ? view.Language.Say("続きは、下の新しいメッセージでお願いします。", "Please go on in the newer message below.")
        : ended.What(view.Now, view.Language) + Since(view, ended);

    /// <summary>It was handed in again meanwhile: how it had ended is not how it stands.</summary>
    private static string Since(DraftView view, DraftEvent ended) =>
        ended.Kind == DraftEventKind.Returned
        && view.Draft.Events.LastOrDefault(happened => happened.Kind == DraftEventKind.Submitted) is { } again
        && again.Ordinal > ended.Ordinal
            ? view.Language.Say(
                $"その後、{JapaneseTime.Format(again.At, view.Now, view.Language)}に再申請されました。続きは、下の新しいメッセージでお願いします。",
                $" It was handed in again at {JapaneseTime.Format(again.At, view.Now, view.Language)}. "
                    + "Please go on in the newer message below."
            )
            : "";
}
