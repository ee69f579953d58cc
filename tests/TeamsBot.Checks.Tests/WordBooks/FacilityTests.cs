using TeamsBot.Checks.Context;
using TeamsBot.Checks.WordBooks;

namespace TeamsBot.Checks.Tests.WordBooks;

/// <summary>
/// A facility of the word book: its name, number and address are compared, with the weight and the clause the organisation gave it.
/// </summary>
public sealed class FacilityTests
{
    private static readonly Facility Hall = new("星見南交流プラザ", "〒395-0001 長野県星見市南町2-3-4", "0265-22-7788")
    {
        Severity = Severity.Block,
        Clauses = ["asaka-6-2-1b"],
        Note = "4月に移転しました。",
    };

    [Theory]
    [InlineData("会場は星見南交留プラザです。", "official-name")]
    [InlineData("会場は星見南交流プラサです。", "official-name")]
    [InlineData("会場：星見南交流プラザ（電話0265-22-7789）", "phone-book")]
    [InlineData("会場：星見南交流プラザ（南町2-3-5）", "address-book")]
    public void A_wrong_fact_weighs_what_the_entry_says(string text, string rule)
    {
        var finding = Drafts.Find(rule, text, Context()).ShouldHaveSingleItem();
        finding.Severity.ShouldBe(Severity.Block);
        finding.Clauses.ShouldBe(["asaka-6-2-1b"]);
        finding.Message.ShouldEndWith("4月に移転しました。");
    }

    [Theory]
    [InlineData("会場：星見南交流プラザ（電話0265-22-7788）")]
    [InlineData("〒395-0001 長野県星見市南町2-3-4 星見南交流プラザ")]
    public void Right_facts_are_left_alone(string text)
    {
        foreach (var rule in (string[])["official-name", "phone-book", "address-book"]) Drafts.Find(rule, text, Context()).ShouldBeEmpty();
    }

    [Fact]
    public void A_trial_counts_the_posts_that_would_have_been_called_wrong()
    {
        var tried = RuleDryRun.Try(
            Hall,
            ["会場：星見南交流プラザ（電話0265-22-7789）", "会場：星見南交流プラザ（電話0265-22-7788）", "雨の予報です。"],
            new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.FromHours(9))
        );
        (tried.Posts, tried.Hits, tried.Refusal).ShouldBe((3, 1, null));
        tried.Examples.ShouldHaveSingleItem().ShouldContain("0265-22-7789");
    }

    private static CheckContext Context() =>
        Drafts.Context(context => context with { Organisation = Facility.AddTo(OrganisationProfile.Unknown, [Hall]) });
}
