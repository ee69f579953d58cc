namespace TeamsBot.Checks.Tests.Rules;

public sealed class HolidayNameRuleTests
{
    [Theory]
    [InlineData("12月23日(水・祝)は開館します", "12月23日(水・祝)")]
    [InlineData("1月18日(月)成人の日", "1月18日(月)成人の日")]
    [InlineData("11月22日（日）、勤労感謝の日", "11月22日（日）、勤労感謝の日")]
    [InlineData("2027年2月12日(金・祝)", "2027年2月12日(金・祝)")]
    public void A_holiday_that_is_none_is_quoted(string text, string quotes) => Drafts.Quotes("holiday-name", text).ShouldBe(quotes);

    [Theory]
    [InlineData("1月11日(月・祝)")]
    [InlineData("11月23日(月)勤労感謝の日")]
    [InlineData("3月22日（月・振休）")]
    [InlineData("2027年3月22日（月・祝）")]
    [InlineData("9月22日は国民の休日です")]
    [InlineData("12月5日（土・祝日を除く）")]
    [InlineData("土・日・祝日は休館")]
    [InlineData("11月3日(火)、文化の日の催しをしました")]
    [InlineData("2026年9月22日（火・祝）")]
    public void Holidays_and_substitute_days_are_left_alone(string text) => Drafts.Quotes("holiday-name", text).ShouldBe("");
}
