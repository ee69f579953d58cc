using System.Globalization;
using TeamsBot.Approvals.Cards;
using TeamsBot.Approvals.Model;
using TeamsBot.Cards;
using TeamsBot.Packs;
using TeamsBot.Protocol.Inbound;

namespace TeamsBot.Approvals.Reviewing;

/// <summary>What one press of an approver says, read from the card and, for a second press, from what the first left with the review.</summary>
/// <param name="Input">What was typed and ticked, to be drawn again where it cannot be taken.</param>
/// <param name="Gates">The gates of this step; null for somebody who was not asked.</param>
internal sealed record ReviewPress(Verdict Verdict, ReviewInput Input, ReviewGates? Gates, bool IsSecond)
{
    /// <summary>Approving takes a second press, and this is not it.</summary>
    public bool NeedsSecond => Verdict.Decision == Decision.Approve && Gates is { IsTwoStep: true } && !IsSecond;

    public static ReviewPress Read(CardAction action, Decision decision, Draft draft, Review? review, IReadOnlyList<ApprovalGate> rules)
    {
        var gates = review is null ? null : ReviewGates.For(rules, draft, review);
        // The card only says which of the two buttons it was; that there was a first press, and about this very text, the review knows.
        var isSecond = decision == Decision.Approve && action[GateFields.Second] == "true" && review?.Shown is { } before && before.Hash == draft.CurrentHash;
        var answers = isSecond ? review!.Answers ?? new GateAnswers() : AnswersOf(action, gates);
        var lacks = decision == Decision.Approve ? gates?.Unmet(answers) : null;
        var input = new ReviewInput(
            DraftInput.Reason(action[ApprovalFields.Reason]),
            DraftInput.Reason(action[ApprovalFields.QuickReason]),
            [.. ReviewerCard.Items.Select(item => item.Id).Append(ApprovalFields.Confirmed).Where(id => action[id] == "true")]) { Gates = answers, Problem = lacks };
        var verdict = new Verdict(decision, isSecond ? review!.Shown!.Reason : Reason(input), Revision(action), action["hash"], isSecond || IsConfirmed(review, input))
        {
            Answers = answers == new GateAnswers() ? null : answers, Lacks = lacks,
        };
        return new ReviewPress(verdict, input, gates, isSecond);
    }

    public static int Revision(CardAction action) =>
        int.TryParse(action["revision"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static GateAnswers AnswersOf(CardAction action, ReviewGates? gates) => new(
        action[GateFields.Compliance] == "true",
        Line(action[GateFields.Impact]),
        gates is null ? [] : [.. gates.Facts.Index().Where(fact => action[GateFields.Fact(fact.Index)] == "true").Select(fact => fact.Item)],
        Line(action[GateFields.Basis]));

    private static string Line(string typed) => TypedText.Of(typed, GateAnswers.MaxLine);

    private static string Reason(ReviewInput input) => DraftInput.Reason(string.Join(" ", new[] { input.QuickReason, input.Reason }.Where(part => part.Length > 0)));

    private static bool IsConfirmed(Review? review, ReviewInput input) => review?.Step == RouteStep.SecondReview
        ? ReviewerCard.Items.All(item => input.Ticked.Contains(item.Id))
        : input.Ticked.Contains(ApprovalFields.Confirmed);
}
