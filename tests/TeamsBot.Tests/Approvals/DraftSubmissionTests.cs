using TeamsBot.Approvals.Model;
using TeamsBot.Checks;
using TeamsBot.Packs;
using static TeamsBot.Tests.Approvals.Drafts;

namespace TeamsBot.Tests.Approvals;

public sealed class DraftSubmissionTests
{
    [Fact]
    public void Handing_in_asks_every_second_reviewer_and_nobody_else()
    {
        var draft = InReview();

        draft.Status.ShouldBe(DraftStatus.InReview);
        draft.OpenReviews.Select(review => review.ReviewerId).ShouldBe([Checker, OtherChecker]);
        draft.Holders.ShouldBe([Author, Checker, OtherChecker]);
    }

    [Fact]
    public void A_route_without_second_staff_goes_to_the_head_at_once()
    {
        var draft = Composing();

        draft.Submit(Author, new ReviewRoute([Route.Stops[1]]), ClassPosting.Allowed, Now).ShouldBeNull();

        draft.Status.ShouldBe(DraftStatus.AwaitingDecision);
        draft.OpenReviews.ShouldHaveSingleItem().ReviewerId.ShouldBe(Head);
    }

    [Fact]
    public void Only_the_author_hands_in() =>
        Composing().Submit(Checker, Route, ClassPosting.Allowed, Now).ShouldBe(Refusal.NotAuthor);

    [Theory]
    [InlineData(Severity.Stop, nameof(Refusal.StopFindings))]
    [InlineData(Severity.Block, nameof(Refusal.BlockFindings))]
    [InlineData(Severity.Warn, nameof(Refusal.WarningsUnanswered))]
    [InlineData(Severity.Hint, null)]
    public void A_finding_holds_the_draft_back_as_its_weight_says(Severity severity, string? refusal)
    {
        var draft = Composing(findings: Finding(severity));

        draft.Submit(Author, Route, ClassPosting.Allowed, Now)?.ToString().ShouldBe(refusal);
        draft.Status.ShouldBe(refusal is null ? DraftStatus.InReview : DraftStatus.Composing);
    }

    [Fact]
    public void An_answered_warning_no_longer_holds_back_and_the_answer_is_kept()
    {
        var warning = Finding(Severity.Warn);
        var draft = Composing(findings: warning);

        draft.Answer(new Dictionary<string, string> { [warning.Key] = "主催者に確認しました。" });

        draft.Submit(Author, Route, ClassPosting.Allowed, Now).ShouldBeNull();
        draft.Current.Answers[warning.Key].ShouldBe("主催者に確認しました。");
    }

    [Fact]
    public void A_blank_answer_is_none()
    {
        var warning = Finding(Severity.Warn);
        var draft = Composing(findings: warning);

        draft.Answer(new Dictionary<string, string> { [warning.Key] = "　" });

        draft.Submit(Author, Route, ClassPosting.Allowed, Now).ShouldBe(Refusal.WarningsUnanswered);
    }

    [Fact]
    public void Without_account_class_or_future_time_nothing_is_handed_in()
    {
        Submit(new DraftPlan(null, "public", false, null, "")).ShouldBe(Refusal.NoAccount);
        Submit(new DraftPlan("city-x", null, false, null, "")).ShouldBe(Refusal.NoInformationClass);
        Submit(new DraftPlan("city-x", "public", false, Now, "")).ShouldBe(Refusal.PlannedTimePast);
        Submit(new DraftPlan("city-x", "embargo", true, null, "")).ShouldBe(Refusal.EmbargoNeedsTime);
        Submit(new DraftPlan("city-x", "public", false, null, "")).ShouldBeNull();

        static Refusal? Submit(DraftPlan plan)
        {
            var draft = Composing();
            draft.Plan(Author, plan, Now).ShouldBeNull();
            return draft.Submit(Author, Route, ClassPosting.Allowed, Now);
        }
    }

    [Fact]
    public void A_class_that_may_never_be_posted_is_never_handed_in() =>
        Composing().Submit(Author, Route, ClassPosting.Never, Now).ShouldBe(Refusal.ClassNotPublishable);

    [Fact]
    public void A_class_that_needs_the_heads_word_waits_for_it()
    {
        var draft = Composing();
        draft.Submit(Author, Route, ClassPosting.HeadReason, Now).ShouldBe(Refusal.ClassNeedsHead);

        draft.AskLift(Author, Route, ClassPosting.HeadReason, "期限が迫っているためです。", Now).ShouldBeNull();
        draft.Lift(Head, true, "本人の同意書を確認しました。", 1, Now).ShouldBeNull();

        draft.Submit(Author, Route, ClassPosting.HeadReason, Now).ShouldBeNull();
    }

    [Fact]
    public void An_edit_after_approval_voids_it_and_reopens_the_review()
    {
        var draft = Approved();

        draft.Revise(Author, "別の本文です。", Now).ShouldBeNull();

        draft.Status.ShouldBe(DraftStatus.Composing);
        draft.ApprovedHash.ShouldBeNull();
    }

    [Fact]
    public void A_new_time_or_account_after_approval_voids_it_too()
    {
        var draft = Approved();
        draft.Plan(Author, new DraftPlan("city-x", "public", false, Now.AddDays(2), ""), Now).ShouldBeNull();
        draft.Status.ShouldBe(DraftStatus.Composing);

        draft = Approved();
        draft.Plan(Author, new DraftPlan("section-line", "public", false, draft.PlannedAt, ""), Now).ShouldBeNull();
        draft.Status.ShouldBe(DraftStatus.Composing);
    }

    [Fact]
    public void The_same_text_again_changes_nothing()
    {
        var draft = Approved();

        draft.Revise(Author, draft.Current.Text + "\r\n", Now).ShouldBeNull();

        draft.Status.ShouldBe(DraftStatus.Approved);
        draft.Revisions.Count.ShouldBe(1);
    }

    [Fact]
    public void A_new_revision_knows_the_text_reviewers_last_had()
    {
        var draft = InReview();
        draft.Decide(Checker, Return(draft), Now).ShouldBeNull();

        draft.Revise(Author, "直した本文です。", Now).ShouldBeNull();

        draft.LastSubmitted!.Number.ShouldBe(1);
        draft.Current.Number.ShouldBe(2);
    }

    [Fact]
    public void Withdrawing_works_until_it_is_posted_and_only_for_the_author()
    {
        Approved().Withdraw(Checker, Now).ShouldBe(Refusal.NotAuthor);
        var draft = AwaitingDecision();
        draft.Withdraw(Author, Now).ShouldBeNull();
        draft.OpenReviews.ShouldBeEmpty();
        draft.Withdraw(Author, Now).ShouldBe(Refusal.NotNow);
    }

    [Fact]
    public void Every_change_raises_the_stamp()
    {
        var draft = Composing();
        var stamps = new List<long> { draft.Stamp };
        draft.Revise(Author, "一つ目の変更です。", Now);
        stamps.Add(draft.Stamp);
        draft.Plan(Author, new DraftPlan("city-x", "public", false, null, ""), Now);
        stamps.Add(draft.Stamp);
        draft.Submit(Author, Route, ClassPosting.Allowed, Now);
        stamps.Add(draft.Stamp);

        stamps.ShouldBe(stamps.Distinct().Order());
    }
}
