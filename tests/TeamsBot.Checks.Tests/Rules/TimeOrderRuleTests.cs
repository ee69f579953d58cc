using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class TimeOrderRuleTests
{
    [Theory]
    [RuleOf("asaka-2-3a")]
    [InlineData("受付 9:00〜8:30", "9:00〜8:30")]
    [InlineData("午後3時～1時", "午後3時～1時")]
    [InlineData("14:00～13:00", "14:00～13:00")]
    [InlineData("午前9時から午前8時30分まで", "午前9時から午前8時30分")]
    [InlineData("午後1時～午前11時", "午後1時～午前11時")]
    public void Hours_that_end_before_they_start_are_quoted(string text, string quotes) =>
        Drafts.Quotes("time-order", text).ShouldBe(quotes);

    [Theory]
    [InlineData("22:00～5:00")]
    [InlineData("午後10時～翌朝5時")]
    [InlineData("午前9時～午後5時")]
    [InlineData("午前10時～12時")]
    [InlineData("9時、8時半")]
    [InlineData("10:00～15:00")]
    [InlineData("午後1時30分～3時")]
    [InlineData("12:00～13:00")]
    public void Hours_in_order_and_through_the_night_are_left_alone(string text) => Drafts.Quotes("time-order", text).ShouldBe("");

    [Fact]
    public void Nine_to_five_gets_only_advice()
    {
        Drafts.Find("time-order", "9時～5時").ShouldHaveSingleItem().Severity.ShouldBe(Severity.Hint);
    }
}
