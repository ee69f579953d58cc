using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// What somebody asked had typed when their press came too late. It stands in a field, because phones let words be copied from a field and
/// not from a card, and can be sent to the author as it stands there: as a note, for the decision is another's.
/// </summary>
internal static class UnsentSection
{
    /// <param name="viewerId">Whose words; null where it does not matter who looks.</param>
    public static IEnumerable<AdaptiveElement> For(DraftView view, string? viewerId)
    {
        var (draft, say) = (view.Draft, view.Language);
        if (viewerId is null || draft.SeatOf(viewerId).Unsent is not { Length: > 0 } words) yield break;
        yield return new AdaptiveTextInput
        {
            Label = say.Say("書いた内容（だれにも送られていません）", "What you wrote (it was sent to nobody)"),
            Id = ApprovalFields.NoteText,
            Value = words,
            IsMultiline = true,
            MaxLength = DraftInput.MaxReason,
            Spacing = AdaptiveSpacing.Medium,
        };
        yield return CardParts.Row(AdaptiveSpacing.Small, Buttons.Execute(
            say.Say($"{draft.AuthorName}さんに連絡として送る", $"Send to {draft.AuthorName} as a note"), ApprovalVerbs.Note, view.Data()));
    }

    /// <summary>On the card of a new question: the words of then, beside the text of now.</summary>
    public static IEnumerable<AdaptiveElement> Earlier(DraftView view, string viewerId)
    {
        if (view.Draft.SeatOf(viewerId).Unsent is not { Length: > 0 } words) yield break;
        yield return ReviewParts.Line(
            ReviewParts.Subtle(view.Language.Say("前に書いて送られなかった内容　", "You wrote before, and it was not sent　")),
            ReviewParts.Plain(words.ReplaceLineEndings(" "))
        );
    }
}
