using TeamsBot.Approvals.Model;
using TeamsBot.Checks;
using TeamsBot.Packs;
using static TeamsBot.Tests.Approvals.Drafts;

namespace TeamsBot.Tests.Approvals;

public sealed class DraftDecisionTests
{
    [Fact]
    public void A_draft_is_approved_by_a_second_person_and_then_by_the_head()
    {
        var draft = Approved();

        draft.Status.ShouldBe(DraftStatus.Approved);
        draft.ApprovedHash.ShouldBe(draft.CurrentHash);
        draft.Reviews.Where(review => review.Decision == Decision.Approve).Select(review => review.ReviewerId).ShouldBe([Checker, Head]);
    }

    [Fact]
    public void The_first_answer_of_a_step_counts_and_closes_the_others()
    {
        var draft = AwaitingDecision();

        draft.Decide(OtherChecker, Approve(draft), Now).ShouldBe(Refusal.AlreadyDecided);
        draft.Reviews.Single(review => review.ReviewerId == OtherChecker).Decision.ShouldBeNull();
    }

    [Fact]
    public void Nobody_decides_their_own_draft()
    {
        var draft = Composing();
        var route = new ReviewRoute([new RouteStop(RouteStep.SecondReview, [new Reviewer(Author, "佐藤 花子", "主事")]), Route.Stops[1]]);
        draft.Submit(Author, route, ClassPosting.Allowed, Now).ShouldBeNull();

        draft.Decide(Author, Approve(draft), Now).ShouldBe(Refusal.OwnDraft);
    }

    [Fact]
    public void Nobody_acts_in_two_steps_of_one_draft()
    {
        var draft = Composing();
        var both = new Reviewer(Checker, "鈴木 一郎", "係長");
        draft
            .Submit(
                Author,
                new ReviewRoute([new RouteStop(RouteStep.SecondReview, [both]), new RouteStop(RouteStep.FinalDecision, [both])]),
                ClassPosting.Allowed,
                Now
            )
            .ShouldBeNull();
        draft.Decide(Checker, Approve(draft), Now).ShouldBeNull();

        draft.Decide(Checker, Approve(draft), Now).ShouldBe(Refusal.AlreadyActedInOtherStep);
    }

    [Fact]
    public void An_outsider_and_a_head_before_their_turn_are_refused()
    {
        var draft = InReview();

        draft.Decide(Outsider, Approve(draft), Now).ShouldBe(Refusal.NotAssigned);
        draft.Decide(Head, Approve(draft), Now).ShouldBe(Refusal.NotAssigned);
        draft.Status.ShouldBe(DraftStatus.InReview);
    }

    [Fact]
    public void A_decision_about_another_text_does_not_count()
    {
        var draft = InReview();
        var forged = Approve(draft) with { Hash = Revision.HashOf("別の本文", draft.AccountId, draft.PlannedAt) };
        var old = Approve(draft) with { RevisionNumber = 0 };

        draft.Decide(Checker, forged, Now).ShouldBe(Refusal.OldRevision);
        draft.Decide(Checker, old, Now).ShouldBe(Refusal.OldRevision);
    }

    [Theory]
    [InlineData("")]
    [InlineData("あ")]
    [InlineData("　　　　　　　　　　　　")]
    [InlineData("九文字の理由ですね")]
    public void Returning_and_rejecting_need_a_reason(string reason)
    {
        var draft = InReview();

        draft.Decide(Checker, Return(draft, reason), Now).ShouldBe(Refusal.ReasonTooShort);
        draft.Decide(Checker, Reject(draft, reason), Now).ShouldBe(Refusal.RejectionReasonTooShort);
        draft.Status.ShouldBe(DraftStatus.InReview);
    }

    [Fact]
    public void Approving_needs_what_the_step_asks_to_be_ticked()
    {
        var draft = InReview();
        draft.Decide(Checker, Approve(draft) with { IsConfirmed = false }, Now).ShouldBe(Refusal.ChecklistIncomplete);
        draft.Decide(Checker, Approve(draft), Now).ShouldBeNull();
        draft.Decide(Head, Approve(draft) with { IsConfirmed = false }, Now).ShouldBe(Refusal.NotConfirmed);
    }

    [Fact]
    public void A_returned_draft_can_be_handed_in_again_and_asks_again()
    {
        var draft = InReview();
        draft.Decide(Checker, Return(draft), Now).ShouldBeNull();
        draft.Status.ShouldBe(DraftStatus.Returned);

        draft.Submit(Author, Route, ClassPosting.Allowed, Now).ShouldBeNull();

        draft.OpenReviewOf(Checker).ShouldNotBeNull();
        draft.Decide(Checker, Approve(draft), Now).ShouldBeNull();
    }

    [Fact]
    public void A_rejected_draft_is_over()
    {
        var draft = AwaitingDecision();
        draft.Decide(Head, Reject(draft), Now).ShouldBeNull();

        draft.Status.ShouldBe(DraftStatus.Rejected);
        draft.Submit(Author, Route, ClassPosting.Allowed, Now).ShouldBe(Refusal.NotNow);
        draft.Revise(Author, "書き直し", Now).ShouldBe(Refusal.NotNow);
    }

    [Fact]
    public void Silence_expires_and_never_approves()
    {
        var draft = AwaitingDecision();
        draft.Expire(draft.PlannedAt!.Value.AddSeconds(-1)).ShouldBeFalse();

        draft.Expire(draft.PlannedAt!.Value).ShouldBeTrue();

        draft.Status.ShouldBe(DraftStatus.Expired);
        draft.ApprovedHash.ShouldBeNull();
        draft.Decide(Head, Approve(draft), Now).ShouldBe(Refusal.AlreadyDecided);
    }

    [Fact]
    public void A_block_is_lifted_by_the_head_alone_with_a_reason_for_this_text_only()
    {
        var draft = Composing(findings: Finding(Severity.Block));
        draft.Lift(Head, true, "法令上の正式名称のため。", 1, Now).ShouldBe(Refusal.NothingToLift);
        draft.AskLift(Author, Route, ClassPosting.Allowed, "期限が迫っているためです。", Now).ShouldBeNull();
        draft.Holders.ShouldContain(Head);

        draft.Lift(Checker, true, "法令上の正式名称のため。", 1, Now).ShouldBe(Refusal.NotHead);
        draft.Lift(Head, true, "よし", 1, Now).ShouldBe(Refusal.LiftAnswerTooShort);
        draft.Lift(Head, true, "法令上の正式名称のため。", 1, Now).ShouldBeNull();
        draft.SubmitRefusal(Author, ClassPosting.Allowed, Now).ShouldBeNull();

        draft.Revise(Author, "別の本文です。", Now);
        draft.Check([Finding(Severity.Block)]);
        draft.Submit(Author, Route, ClassPosting.Allowed, Now).ShouldBe(Refusal.BlockFindings);
    }

    [Fact]
    public void A_stop_is_lifted_by_nobody()
    {
        var draft = Composing(findings: [Finding(Severity.Stop), Finding(Severity.Block, 3, 5)]);

        draft.AskLift(Author, Route, ClassPosting.Allowed, "期限が迫っているためです。", Now).ShouldBe(Refusal.StopFindings);
    }
}
