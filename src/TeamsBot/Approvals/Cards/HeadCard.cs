using AdaptiveCards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;

namespace TeamsBot.Approvals.Cards;

/// <summary>
/// The head's card: what changed, the text, what the second member of staff confirmed and on what, and the statement that is recorded with
/// the press.
/// </summary>
internal static class HeadCard
{
    private const string Checked = "checked";

    public static AdaptiveCard For(DraftView view, Review review, AdaptiveContainer? notice, ReviewInput typed)
    {
        var (draft, say) = (view.Draft, view.Language);
        var gates = ReviewGates.For(view.Gates, draft, review);
        AdaptiveElement[] body =
        [
            ReviewParts.Heading(
                view,
                review.OnBehalfOf is null
                    ? say.Say("決裁をお願いします", "Please decide")
                    : say.Say("代決をお願いします", "Please decide as deputy")
            ),
            .. review.OnBehalfOf is { } head
                ? [ReviewParts.Line(ReviewParts.Bold(say.Say($"{head}の代決です。", $"For {head}, who is away.")))]
                : Array.Empty<AdaptiveElement>(),
            .. ReviewParts.About(view),
            .. ReviewParts.Changed(view),
            .. ReviewParts.Text(view),
            .. PicturesSection.ForReader(view),
            .. StandingSection.ForReader(view),
            .. CheckedSection.For(view, Checked),
            .. draft.Current.Findings.Count > 0 || draft.Current.LiftedBy is not null ? FoundSection.For(view) : [],
            .. GateSection.Answered(view),
            .. GateSection.Reach(view, gates),
            .. GateSection.Form(view, gates, typed),
            Statement(view, gates),
            .. typed.IsReturning || notice is null ? [] : new AdaptiveElement[] { notice },
            .. WholeTextSection.For(view, review.ReviewerId),
            .. ReturnSection.Primary(
                typed,
                ReturnSection.Answer(
                    view,
                    say.Say("承認する", "Approve"),
                    Decision.Approve,
                    "positive",
                    (GateFields.Statement, GateFields.CannotBeErased)
                )
            ),
            .. UnsentSection.Earlier(view, review.ReviewerId),
            .. ReturnSection.For(view, review, typed, notice),
        ];
        return CardParts.Card(body, DraftCards.Asked(view, review), language: say);
    }

    /// <summary>In place of a tick; where the guideline wants two presses, the second card says it beside the final text.</summary>
    private static AdaptiveRichTextBlock Statement(DraftView view, ReviewGates gates)
    {
        var (say, author) = (view.Language, view.Draft.AuthorName);
        var line = ReviewParts.Line(
            ReviewParts.Plain(
                gates.IsTwoStep
                    ? say.Say(
                        $"押すと、最後の確認に進みます。投稿は{author}さんが行います。",
                        $"The press leads to a last look. {author} posts it."
                    )
                    : say.Say(
                        $"承認すると「{StatementWords.Japanese}」と記録します。投稿は{author}さんが行います。",
                        $"Approving records: “{StatementWords.English}” {author} posts it."
                    )
            )
        );
        (line.Spacing, line.Separator) = (AdaptiveSpacing.Medium, true);
        return line;
    }
}

/// <summary>What the head confirms by approving [ward-4-9, asaka-2-3b].</summary>
internal static class StatementWords
{
    public const string Japanese = "公開後は完全には消せないことを踏まえ、本文と投稿先を確かめた";

    public const string English = "I checked text and account, knowing that what is published cannot be fully erased.";
}
