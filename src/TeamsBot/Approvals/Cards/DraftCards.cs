using TeamsBot.Approvals.Model;
using AdaptiveCards;
using TeamsBot.Cards;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Cards;

/// <summary>Which card a person sees of a draft. Decided on the server from who they are; nobody sees more because a card was forwarded.</summary>
internal static class DraftCards
{
    public static AdaptiveCard For(DraftView view, string viewerId, AdaptiveContainer? notice = null) => view.Fitting(fitted => Draw(fitted, viewerId, notice));

    private static AdaptiveCard Draw(DraftView view, string viewerId, AdaptiveContainer? notice)
    {
        var draft = view.Draft;
        if (draft.IsAuthor(viewerId)) return AuthorCard.For(view, notice);
        if (draft.OpenReviewOf(viewerId) is { } review) return ReviewerCard.For(view, review, notice);
        if (draft.LiftReviewers.Any(reviewer => PersonId.IsSame(reviewer.ObjectId, viewerId))) return LiftCard.For(view, notice);
        return ReviewerCard.For(view, review: null, notice);
    }

    /// <summary>What the notification and the chat list say; never the text of the draft.</summary>
    public static string Summary(Draft draft) => $"下書き No.{draft.Number}：{draft.Status.Word()}";

    /// <summary>For somebody the draft is none of the business of.</summary>
    public static AdaptiveCard Closed(string sentence) => CardParts.Card([CardParts.Notice(NoticeKind.Attention, sentence)], sentence);
}
