using TeamsBot.Approvals.Model;
using TeamsBot.Checks.Context;
using TeamsBot.Packs;
using static TeamsBot.Tests.Approvals.Drafts;

namespace TeamsBot.Tests.Approvals;

public sealed class DraftPostingTests
{
    private const string Url = "https://x.com/hoshimi_city/status/1";

    [Fact]
    public void The_approved_text_closes_the_draft_with_its_proof()
    {
        var draft = Approved();

        draft.MarkPosted("佐藤 花子", Press(draft.Current.Text), Now, out var comparison).ShouldBeNull();

        comparison.ShouldBe(PostedComparison.Same);
        draft.Status.ShouldBe(DraftStatus.Posted);
        draft.PostedUrl.ShouldBe(Url);
    }

    [Fact]
    public void Another_text_leaves_the_draft_open_and_is_written_down()
    {
        var draft = Approved();

        draft.MarkPosted("佐藤 花子", Press(draft.Current.Text + "！"), Now, out var comparison).ShouldBeNull();

        comparison.ShouldBe(PostedComparison.Different);
        draft.Status.ShouldBe(DraftStatus.Approved);
        draft.Events[^1].Kind.ShouldBe(DraftEventKind.PostedTextDiffered);
    }

    [Fact]
    public void Nothing_is_posted_before_it_is_approved()
    {
        AwaitingDecision().MarkPosted("佐藤 花子", Press("本文"), Now, out _).ShouldBe(Refusal.NotNow);
        AwaitingDecision().HandOut("佐藤 花子", Now).ShouldBe(Refusal.NotNow);
    }

    [Fact]
    public void An_embargoed_text_is_not_handed_out_before_its_time()
    {
        var draft = Composing();
        draft.Plan(Author, new DraftPlan("city-x", "embargo", true, Now.AddHours(3), ""), Now);
        draft.Submit(Author, Route, ClassPosting.AfterRelease, Now).ShouldBeNull();
        draft.Decide(Checker, Approve(draft), Now).ShouldBeNull();
        draft.Decide(Head, Approve(draft), Now).ShouldBeNull();

        draft.HandOut("佐藤 花子", Now.AddHours(2)).ShouldBe(Refusal.TooEarly);
        draft.MarkPosted("佐藤 花子", Press(draft.Current.Text), Now.AddHours(2), out _).ShouldBe(Refusal.TooEarly);
        draft.HandOut("佐藤 花子", Now.AddHours(3)).ShouldBeNull();
    }

    [Fact]
    public void A_report_by_address_alone_is_taken_and_says_that_the_text_was_not_compared()
    {
        var draft = Approved();

        draft.MarkPosted("佐藤 花子", Press(""), Now, out var comparison).ShouldBeNull();

        comparison.ShouldBe(PostedComparison.NotCompared);
        draft.Status.ShouldBe(DraftStatus.Posted);
        draft.Report!.Comparison.ShouldBe(PostedComparison.NotCompared);
    }

    [Fact]
    public void A_text_that_differed_is_kept_until_it_is_reported_right()
    {
        var draft = Approved();
        draft.MarkPosted("佐藤 花子", Press("別の本文"), Now, out _).ShouldBeNull();
        (draft.Differs, draft.Report!.Text).ShouldBe((true, "別の本文"));

        draft.MarkPosted("佐藤 花子", Press(draft.Current.Text), Now, out _).ShouldBeNull();

        (draft.Differs, draft.Report!.Text).ShouldBe((false, ""));
    }

    [Fact]
    public void A_wrong_address_is_put_right_with_a_reason_and_the_story_keeps_both()
    {
        var draft = Approved();
        draft.CorrectUrl("佐藤 花子", Url + "1", AccountProof.ByAddress, "貼り間違い", Now).ShouldBe(Refusal.NotNow);
        draft.MarkPosted("佐藤 花子", Press(draft.Current.Text), Now, out _).ShouldBeNull();

        draft.CorrectUrl("佐藤 花子", Url, AccountProof.ByAddress, "貼り間違い", Now).ShouldBe(Refusal.SameUrl);
        draft.CorrectUrl("佐藤 花子", Url + "1", AccountProof.ByAddress, " 誤 ", Now).ShouldBe(Refusal.UrlReasonTooShort);
        draft.CorrectUrl("佐藤 花子", Url + "1", AccountProof.ByAddress, "貼り間違い", Now).ShouldBeNull();

        draft.PostedUrl.ShouldBe(Url + "1");
        draft.Report!.Comparison.ShouldBe(PostedComparison.Same);
        draft.Events.Select(happened => happened.Note).ShouldContain(Url);
        draft.Events[^1].Note.ShouldBe($"{Url}1（貼り間違い）");
    }

    private static PostedPress Press(string text) => new(Url, text, AccountProof.ByAddress, Medium.X);
}
