using TeamsBot.Approvals.Model;
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

        draft.MarkPosted("佐藤 花子", Url, draft.Current.Text, Now, out var comparison).ShouldBeNull();

        comparison.ShouldBe(PostedComparison.Same);
        draft.Status.ShouldBe(DraftStatus.Posted);
        draft.PostedUrl.ShouldBe(Url);
    }

    [Fact]
    public void Another_text_leaves_the_draft_open_and_is_written_down()
    {
        var draft = Approved();

        draft.MarkPosted("佐藤 花子", Url, draft.Current.Text + "！", Now, out var comparison).ShouldBeNull();

        comparison.ShouldBe(PostedComparison.Different);
        draft.Status.ShouldBe(DraftStatus.Approved);
        draft.Events[^1].Kind.ShouldBe(DraftEventKind.PostedTextDiffered);
    }

    [Fact]
    public void Nothing_is_posted_before_it_is_approved()
    {
        AwaitingDecision().MarkPosted("佐藤 花子", Url, "本文", Now, out _).ShouldBe(Refusal.NotNow);
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
        draft.MarkPosted("佐藤 花子", Url, draft.Current.Text, Now.AddHours(2), out _).ShouldBe(Refusal.TooEarly);
        draft.HandOut("佐藤 花子", Now.AddHours(3)).ShouldBeNull();
    }

    [Theory]
    [InlineData("お知らせ\nhttps://www.city.example.lg.jp/a/b.html", "お知らせ\r\nhttps://www.city.example.lg.jp/a/b.html\n", nameof(PostedComparison.Same))]
    [InlineData("お知らせ\nhttps://www.city.example.lg.jp/a/b.html", "お知らせ\ncity.example.lg.jp/a/b…", nameof(PostedComparison.SameButLinks))]
    [InlineData("お知らせ\nhttps://www.city.example.lg.jp/a/b.html", "お知らせ\nhttps://t.co/AbCdEf", nameof(PostedComparison.SameButLinks))]
    [InlineData("お知らせ\nhttps://www.city.example.lg.jp/a/b.html", "お知らせ\nhttps://other.example.com/x", nameof(PostedComparison.Different))]
    [InlineData("お知らせ\nhttps://www.city.example.lg.jp/a/b.html", "お知らせ", nameof(PostedComparison.Different))]
    [InlineData("12月5日に開催", "12月6日に開催", nameof(PostedComparison.Different))]
    public void Texts_compare_but_for_the_way_links_are_shown(string approved, string posted, string expected) =>
        PostedText.Compare(approved, posted).ToString().ShouldBe(expected);
}
