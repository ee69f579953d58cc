namespace TeamsBot.Checks.Tests.Rules;

public sealed class DateOrderRuleTests
{
    [Theory]
    [InlineData("会期：12月15日(火)～12月10日(木)", "12月15日(火)～12月10日(木)")]
    [InlineData("12月15日から10日まで", "12月15日から10日")]
    [InlineData("令和9年1月10日～令和8年12月20日", "令和9年1月10日～令和8年12月20日")]
    [InlineData("2027年1月10日〜2026年12月20日", "2027年1月10日〜2026年12月20日")]
    [InlineData("12月15日(火)10時～12月10日(木)", "12月15日(火)10時～12月10日(木)")]
    [InlineData("12月30日～11月30日", "12月30日～11月30日")]
    public void A_period_that_ends_before_it_starts_is_quoted(string text, string quotes) =>
        Drafts.Quotes("date-order", text).ShouldBe(quotes);

    [Theory]
    [InlineData("12月28日～1月4日")]
    [InlineData("12月1日～11月30日")]
    [InlineData("4月1日～3月31日")]
    [InlineData("12月1日(火)～令和9年1月4日(月)")]
    [InlineData("10月1日(木)～9月30日(木)")]
    [InlineData("12月15日(火)、10日(木)")]
    [InlineData("12月15日・10日")]
    [InlineData("12月15日(火)～18日(金)")]
    public void Periods_over_the_turn_of_the_year_and_lists_are_left_alone(string text) => Drafts.Quotes("date-order", text).ShouldBe("");
}
