using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Reviewing;

/// <summary>
/// What one press of an approver says, read from the card and, for a second press, from what the first left with the review.
/// </summary>
/// <param name="Input">What was typed and ticked, to be drawn again where it cannot be taken.</param>
/// <param name="Gates">The gates of this step; null for somebody who was not asked.</param>
internal sealed record ReviewPress(Verdict Verdict, ReviewInput Input, ReviewGates? Gates, bool IsSecond)
{
    /// <summary>The words of an approval that are a note to the author; empty where nothing was asked about them.</summary>
    public string Note { get; private init; } = "";

    /// <summary>Approving takes a second press, and this is not it.</summary>
    public bool NeedsSecond => Verdict.Decision == Decision.Approve && Gates is { IsTwoStep: true } && !IsSecond;

    public static ReviewPress Read(CardAction action, Decision decision, Draft draft, Review? review, ApprovalPolicy? policy)
    {
        var gates = review is null ? null : ReviewGates.For(policy?.Gates ?? [], draft, review);
        var ticks = review is null ? ReviewTicks.None : ReviewTicks.For(policy?.SecondStaff.Checklist, draft, review.Step);
        // The card only says which of the two buttons it was; that there was a first press, and about this very text, the review knows.
        var isSecond =
            decision == Decision.Approve
            && action[GateFields.Second] == "true"
            && review?.Shown is { } before
            && before.Hash == draft.CurrentHash;
        var answers = isSecond ? review!.Answers ?? new GateAnswers() : AnswersOf(action, gates, ticks);
        List<GateProblem> lacks =
            decision == Decision.Approve && review is not null ? [.. ticks.Missing(answers), .. gates!.Missing(answers)] : [];
        var isTicked = ticks.Ticks.All(tick => tick.IsOn(answers.On));
        if (decision == Decision.Approve && lacks.Count == 0) answers = Recorded(answers, action, ticks, draft, review);
        var input = new ReviewInput(
            DraftInput.Reason(Typed(action)),
            DraftInput.Reason(action[ApprovalFields.QuickReason]),
            decision != Decision.Approve
        )
        {
            Gates = answers,
            Problems = lacks,
        };
        var verdict = new Verdict(
            decision, isSecond ? review!.Shown!.Reason : Reason(input, decision, action), DraftTurns.RevisionOf(action), action["hash"],
            isSecond || IsConfirmed(action, review, isTicked, gates))
        {
            Answers = answers == new GateAnswers() ? null : answers, Lacks = lacks,
            LeavesWords = decision == Decision.Approve && !isSecond && !GoesAlong(action) && HasWordsOfReturn(action),
        };
        return new ReviewPress(verdict, input, gates, isSecond)
        {
            // The second of two presses has no fields; what the first brought along stands with the review.
            Note = decision == Decision.Approve && (isSecond || GoesAlong(action)) ? verdict.Reason : "",
        };
    }

    /// <summary>
    /// Everything the presser had written or chosen, for a press that is no answer any more. What stands in the draft's story or in an
    /// answer was sent: by the first of two presses, or by the reviewer whose line the card proposed.
    /// </summary>
    public static string Words(CardAction action, Draft draft)
    {
        string[] parts =
        [
            QuickWords(action[ApprovalFields.QuickReason]), DraftInput.Reason(Typed(action)),
            Line(action[GateFields.Comment]), Line(action[GateFields.Impact]), Line(action[GateFields.Basis]),
        ];
        return DraftInput.Reason(string.Join('\n', parts.Where(part => part.Length > 0 && !WasSent(part, draft))));
    }

    private static bool WasSent(string words, Draft draft) => draft
        .Events.Select(happened => happened.Note)
        .Concat(
            draft.Reviews.SelectMany(review =>
                (string?[])[review.Reason, review.Answers?.Comment, review.Answers?.Impact, review.Answers?.Basis]
            )
        )
        .Any(sent => sent?.Contains(words, StringComparison.Ordinal) == true);

    private static string QuickWords(string chosen)
    {
        var values = chosen.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var known = ReturnSection.Quick.Where(reason => values.Contains(reason.Value)).Select(reason => reason.Japanese).ToList();
        // Cards of earlier programs send the sentence itself.
        return known.Count > 0 ? $"{string.Join("、", known)}を見直してください。" : chosen;
    }

    private static GateAnswers AnswersOf(CardAction action, ReviewGates? gates, ReviewTicks ticks) => new(
        action[GateFields.Compliance] == "true",
        Line(action[GateFields.Impact]),
        gates is null
            ? []
            : [.. gates.Facts.Index().Where(fact => action[GateFields.Fact(fact.Index)] == "true").Select(fact => fact.Item)],
        Line(action[GateFields.Basis])
    )
    {
        Comment = Line(action[GateFields.Comment]),
        On =
        [
            .. ticks
                .Ticks.SelectMany(tick => tick.Items.Select(ReviewTick.FieldOf).Append(tick.Field))
                .Distinct()
                .Where(field => action[field] == "true"),
        ],
    };

    /// <summary>
    /// What goes on record with an approval: an answer to each item with the facts it rests on, and the statement that stood above the
    /// press.
    /// </summary>
    private static GateAnswers Recorded(GateAnswers answers, CardAction action, ReviewTicks ticks, Draft draft, Review? review) =>
        answers with
        {
            Items = ticks.Answered(draft),
            Statement = review?.Step == RouteStep.FinalDecision && HasStatement(action) ? GateFields.CannotBeErased : answers.Statement,
        };

    private static string Typed(CardAction action) =>
        action.Data.TryGetValue(ApprovalFields.ReturnReason, out var typed) && typed.Length > 0 ? typed : action[ApprovalFields.Reason];

    private static bool HasWordsOfReturn(CardAction action) =>
        DraftInput.Reason(action[ApprovalFields.ReturnReason]).Length > 0 || QuickWords(action[ApprovalFields.QuickReason]).Length > 0;

    private static bool GoesAlong(CardAction action) => action[ApprovalFields.WordsGoAlong] == "true";

    private static string Line(string typed) => TypedText.Of(typed, GateAnswers.MaxLine);

    /// <summary>
    /// What was chosen from the list, in words, then what was typed. A rejection ends the draft and needs a reason of its own words.
    /// </summary>
    private static string Reason(ReviewInput input, Decision decision, CardAction action)
    {
        // What was written for a return is a note of the approval only where its writer was asked.
        if (decision == Decision.Approve && !action.Data.ContainsKey(ApprovalFields.Reason) && !GoesAlong(action)) return "";
        var quick = QuickWords(input.QuickReason);
        string[] parts = decision == Decision.Reject && quick != input.QuickReason ? [input.Reason] : [quick, input.Reason];
        return DraftInput.Reason(string.Join(" ", parts.Where(part => part.Length > 0)));
    }

    /// <summary>
    /// The head's statement stood above the button, or (cards of earlier programs) was ticked; where there are two presses the second
    /// confirms.
    /// </summary>
    private static bool IsConfirmed(CardAction action, Review? review, bool isTicked, ReviewGates? gates) =>
        review?.Step == RouteStep.SecondReview ? isTicked : gates is { IsTwoStep: true } || HasStatement(action);

    private static bool HasStatement(CardAction action) =>
        action[GateFields.Statement] == GateFields.CannotBeErased || action[ApprovalFields.Confirmed] == "true";
}
