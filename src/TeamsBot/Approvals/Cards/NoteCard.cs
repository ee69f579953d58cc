using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>A note to the author by somebody who was asked about the draft or told of it. It decides nothing, and says so.</summary>
internal static class NoteCard
{
    public static AdaptiveCard For(DraftView view, string from, string words)
    {
        var say = view.Language;
        return CardParts.Card(
            [
                CardParts.Title(say.Say($"連絡 No.{view.Draft.Number}", $"A note on No.{view.Draft.Number}")),
                ReviewParts.Line(ReviewParts.Bold(DraftTitle.Of(view.Draft))),
                ReviewParts.Line(ReviewParts.Subtle(say.Say($"{from}から", $"From {from}"))),
                new AdaptiveContainer
                {
                    Items = [.. words.Split('\n').Select(line => CardParts.Line(ShownText.Of(line)))],
                    Style = AdaptiveContainerStyle.Emphasis,
                    Spacing = AdaptiveSpacing.Small,
                },
                CardParts.Remark(
                    say.Say("連絡だけです。差し戻しや承認ではありません。", "This is a note only: no return and no approval.")
                ),
            ],
            Summary(view, from, words), language: say);
    }

    /// <summary>
    /// What a phone shows: who, and how the note begins. Of a text that must not be out yet no word, because a lock screen is read by
    /// others.
    /// </summary>
    public static string Summary(DraftView view, string from, string words)
    {
        var begins = view.Draft.IsEmbargoed ? "" : $"「{words.ReplaceLineEndings(" ")}」";
        var line = view.Language.Say(
            string.Create(CultureInfo.InvariantCulture, $"連絡 No.{view.Draft.Number} {from}から{begins}"),
            string.Create(CultureInfo.InvariantCulture, $"A note on No.{view.Draft.Number} from {from}{begins}"));
        return ShortText.Shorten(line, NoticeSummary.MaxLength);
    }
}
