using System.Globalization;
using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The text in its box. A long one would push everything that is asked of its reader three screens down a phone: its first lines stand
/// there and the rest is one press away, without asking the server.
/// </summary>
internal static class FoldedText
{
    public const string Rest = "textRest";

    /// <summary>UTF-16 units and lines that stand open; some more than that are not worth a press.</summary>
    private const int MaxOpen = 600;

    private const int MaxOpenLines = 14;

    private const int Head = 280;

    private const int HeadLines = 7;

    /// <param name="isWhole">Nothing is folded.</param>
    /// <param name="more">Stands below the text, and is folded with it.</param>
    /// <param name="opens">Sends all of it, where the card has no room for it: within reach before anything is unfolded.</param>
    public static IEnumerable<AdaptiveElement> For(
        DraftView view,
        bool isWhole,
        IEnumerable<AdaptiveElement> more,
        AdaptiveAction? opens = null
    )
    {
        var draft = view.Draft;
        var shown = ShortText.Cut(draft.Current.Text, view.MaxText);
        var findings = draft.IsClosed ? [] : draft.Current.Findings;
        if (isWhole || (shown.Length <= MaxOpen && shown.AsSpan().Count('\n') < MaxOpenLines))
            return
            [
                Box(MarkedText.Lines(shown, findings).Take(view.MaxLines)),
                .. more,
                .. opens is null ? Array.Empty<AdaptiveElement>() : [CardParts.Row(AdaptiveSpacing.Small, opens)],
            ];
        var cut = Cut(shown);
        var rest = shown[cut] == '\n' ? cut + 1 : cut;
        var folded = CardParts.Fold(Rest, isOpen: false, [Box(MarkedText.Lines(shown, findings, rest).Take(view.MaxLines)), .. more]);
        folded.Spacing = AdaptiveSpacing.None;
        return
        [
            Box([
                .. MarkedText.Lines(shown[..cut], findings),
                CardParts.Row(AdaptiveSpacing.Small, Unfold(view, draft.Current.Text.Length - rest), opens),
            ]),
            folded,
        ];
    }

    /// <summary>
    /// How much there is below, so that nobody takes the beginning for the whole; in UTF-16 units, as good as characters here.
    /// </summary>
    private static AdaptiveToggleVisibilityAction Unfold(DraftView view, int hidden) => CardParts.Unfold(
        view.Language.Say(
            string.Create(CultureInfo.InvariantCulture, $"本文の続きを表示（あと{hidden:N0}字）"),
            string.Create(CultureInfo.InvariantCulture, $"Show the rest of the text ({hidden:N0} characters)")),
        Rest);

    private static AdaptiveContainer Box(IEnumerable<AdaptiveElement> lines) => new()
    {
        Items = [.. lines], Style = AdaptiveContainerStyle.Emphasis, Spacing = AdaptiveSpacing.Small,
    };

    /// <summary>At the end of a line, else of a sentence, else between two characters.</summary>
    private static int Cut(string text)
    {
        var lines = 0;
        for (var at = 0; at < Math.Min(text.Length, Head); at++) if (text[at] == '\n' && ++lines == HeadLines) return at;
        var head = ShortText.Cut(text, Head);
        var end = head.LastIndexOf('\n');
        if (end < Head / 2) end = head.LastIndexOf('。') + 1;
        return end < Head / 2 ? head.Length : end;
    }
}
