using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Protocol.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// A text that no card can show whole is sent as messages of its own. Whoever approves must have had it: beside the button stands why it
/// does not count yet.
/// </summary>
internal static class WholeTextSection
{
    public static string Reason(CardLanguage say) => say.Say(
        "本文が長く、このカードには途中までしか出せません。先に「全文を開く」を押して、全文をお読みください。",
        "The text is too long for this card. Press \"Open the whole text\" first and read all of it.");

    /// <summary>What is typed and ticked comes along, so that it stands there again on the answer.</summary>
    public static AdaptiveExecuteAction Button(DraftView view) =>
        Buttons.Execute(view.Language.Say("全文を開く", "Open the whole text"), ApprovalVerbs.FullText, view.Data());

    /// <summary>Above the approving button; nothing where the card shows all, or the person has had it.</summary>
    public static IEnumerable<AdaptiveElement> For(DraftView view, string personId)
    {
        if (!DraftSections.IsCut(view) || view.Draft.HasOpened(personId)) yield break;
        yield return ReviewParts.Line(ReviewParts.Plain(Reason(view.Language)));
        yield return ReviewParts.Primary(Button(view));
    }

    /// <summary>
    /// Whether the card of this question has no room for all of the text, as it is drawn before anything is typed: with more on it, it
    /// shows less, and has the button all the more.
    /// </summary>
    public static bool IsCut(DraftView view, Review review)
    {
        var isCut = false;
        view.Fitting(fitted =>
        {
            isCut = DraftSections.IsCut(fitted);
            return ReviewerCard.For(fitted, review);
        });
        return isCut;
    }
}
