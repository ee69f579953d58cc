using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The card of the one who is asked: the second member of staff checks the pack's items with the facts of the text before the eyes, the
/// head decides (<see cref="HeadCard"/>). Without an open question it is read only (<see cref="ReaderCard"/>).
/// </summary>
internal static class ReviewerCard
{
    public static AdaptiveCard For(DraftView view, Review? review, AdaptiveContainer? notice = null, ReviewInput? typed = null)
    {
        if (review is null) return ReaderCard.For(view, null, notice);
        if (review.Shown is { } shown && shown.Hash == view.Draft.CurrentHash) return FinalCard.For(view, notice);
        var input = typed ?? new ReviewInput { Gates = Proposed(view.Draft, review) };
        return review.Step == RouteStep.SecondReview ? Check(view, review, notice, input) : HeadCard.For(view, review, notice, input);
    }

    private static AdaptiveCard Check(DraftView view, Review review, AdaptiveContainer? notice, ReviewInput typed)
    {
        var (draft, say) = (view.Draft, view.Language);
        var ticks = ReviewTicks.For(view.Checklist, draft, review.Step);
        var gates = ReviewGates.For(view.Gates, draft, review);
        AdaptiveElement[] body =
        [
            ReviewParts.Heading(view, say.Say("確認をお願いします", "Please check")),
            .. ReviewParts.About(view),
            .. ReviewParts.Changed(view),
            .. ReviewParts.Text(view),
            .. PicturesSection.ForReader(view),
            .. StandingSection.ForReader(view),
            .. view.Checklist?.Items.Any(item => item.Shows.Contains(Packs.Evidence.Source)) == true ? [] : DraftSections.Note(draft),
            .. FoundSection.For(view),
            .. GateSection.Reach(view, gates),
            .. TickSection.For(view, ticks, typed),
            .. GateSection.Form(view, gates, typed),
            Next(view),
            .. typed.IsReturning || notice is null ? [] : new AdaptiveElement[] { notice },
            .. WholeTextSection.For(view, review.ReviewerId),
            .. ReturnSection.Primary(
                typed,
                ReturnSection.Answer(view, say.Say("確認済みにする", "Mark as checked"), Decision.Approve, "positive")
            ),
            .. UnsentSection.Earlier(view, review.ReviewerId),
            .. ReturnSection.For(view, review, typed, notice),
        ];
        return CardParts.Card(body, DraftCards.Asked(view, review), language: say);
    }

    /// <summary>What the press leads to, with the name of whoever is next. It never posts anything.</summary>
    private static AdaptiveRichTextBlock Next(DraftView view)
    {
        var (draft, say) = (view.Draft, view.Language);
        var heads = draft.Route?.StopFor(RouteStep.FinalDecision)?.Reviewers ?? [];
        var line = draft.Route?.Standing is { Holds: true } || heads.Count == 0
            ? ReviewParts.Line(
                ReviewParts.Plain(
                    say.Say(
                        $"押すと、事前承認により、決裁を待たずに{draft.AuthorName}さんが投稿できます。",
                        $"After the press {draft.AuthorName} may post it without a decision, by the approval given ahead."
                    )
                )
            )
            : ReviewParts.Line(
                ReviewParts.Plain(say.Say("押すと", "After the press ")),
                ReviewParts.Bold(string.Join(say.Say("さん、", ", "), heads.Select(head => head.Name))),
                ReviewParts.Plain(say.Say($"さん（{heads[0].Title}）に決裁を頼みます。", $" ({heads[0].Title}) is asked to decide."))
            );
        (line.Spacing, line.Separator) = (AdaptiveSpacing.Medium, true);
        return line;
    }

    /// <summary>The head finds the second reviewer's line on the effect filled in, to be taken over or bettered.</summary>
    private static GateAnswers Proposed(Draft draft, Review review) =>
        review.Answers
        ?? new GateAnswers(
            Impact: draft
                .Reviews.LastOrDefault(earlier => earlier.Decision == Decision.Approve && earlier.RevisionNumber == draft.Current.Number)
                ?.Answers?.Impact
                ?? ""
        );
}
