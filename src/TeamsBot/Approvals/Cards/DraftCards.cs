using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// Which card a person sees of a draft. Decided on the server from who they are; nobody sees more because a card was forwarded.
/// </summary>
internal static class DraftCards
{
    public static AdaptiveCard For(DraftView view, string viewerId, AdaptiveContainer? notice = null) =>
        view.Fitting(fitted => Draw(fitted, viewerId, notice));

    private static AdaptiveCard Draw(DraftView view, string viewerId, AdaptiveContainer? notice)
    {
        var draft = view.Draft;
        if (draft.IsAuthor(viewerId) && !draft.MayClaim && view.Typed?.UnsavedText(draft) is { } unsaved)
            return DraftForm.Unsaved(view, notice, unsaved);
        if (draft.IsAuthor(viewerId))
            return draft.Status is DraftStatus.Approved or DraftStatus.Posted
                ? PostingCard.For(view, notice)
                : WithStrays(view, AuthorCard.For(view, notice));
        if (draft.OpenReviewOf(viewerId) is { } review) return ReviewerCard.For(view, review, notice);
        if (draft.IsLiftAskedOf(viewerId)) return LiftCard.For(view, notice);
        return WithStrays(view, ReaderCard.For(view, viewerId, notice));
    }

    /// <summary>
    /// Whatever state the draft is in: a post under another account stands in public until somebody says what became of it.
    /// </summary>
    public static AdaptiveCard WithStrays(DraftView view, AdaptiveCard card)
    {
        card.Body.InsertRange(Math.Min(1, card.Body.Count), StraySection.For(view));
        return card;
    }

    /// <summary>
    /// For a press on what is over: how things stand, with the words that came along. Where a newer message told it, the old card says no
    /// more than that, because nothing changes it any more.
    /// </summary>
    public static AdaptiveCard Late(DraftView view, string viewerId, AdaptiveContainer notice) => view.Draft.SeatOf(viewerId).InHand is null
        ? For(view, viewerId, notice)
        : MovedCard.For(view, notice: notice, more: UnsentSection.For(view, viewerId));

    /// <summary>What the notification and the chat list say; never the text of the draft.</summary>
    /// <param name="isAuthors">What is being written was just checked, for whoever writes it.</param>
    public static string Summary(Draft draft, bool isAuthors = false) => draft.Status switch
    {
        DraftStatus.Composing when isAuthors => $"点検しました：下書き No.{draft.Number}",
        DraftStatus.Composing => $"作成中：下書き No.{draft.Number}",
        _ => $"{draft.Status.Word()}：下書き No.{draft.Number}",
    };

    /// <summary>What the message of a request says where only its first words are shown; never the text of the draft.</summary>
    public static string Asked(DraftView view, Review review)
    {
        var (draft, say) = (view.Draft, view.Language);
        return review.Step == RouteStep.SecondReview
            ? say.Say(
                $"確認のお願い No.{draft.Number} {draft.AuthorName}さん（{ReviewParts.When(view)}）",
                $"Please check No.{draft.Number} by {draft.AuthorName} ({ReviewParts.When(view)})"
            )
            : say.Say(
                $"決裁のお願い No.{draft.Number} {draft.AuthorName}さん（{ReviewParts.When(view)}）",
                $"Please decide on No.{draft.Number} by {draft.AuthorName} ({ReviewParts.When(view)})"
            );
    }

    /// <summary>For somebody the draft is none of the business of.</summary>
    public static AdaptiveCard Closed(string sentence) => CardParts.Card([CardParts.Notice(NoticeKind.Attention, sentence)], sentence);
}
