namespace TeamsBot.Checks.Tests.Rules;

public sealed class DateInvalidRuleTests
{
    [Theory]
    [InlineData("11月31日まで", "11月31日")]
    [InlineData("令和9年2月29日(月)", "令和9年2月29日(月)")]
    [InlineData("次回は2月29日です", "2月29日")]
    [InlineData("2月30日", "2月30日")]
    [InlineData("2027年13月から", "13月")]
    [InlineData("令和8年14月3日", "令和8年14月3日")]
    [InlineData("0月10日", "0月10日")]
    [InlineData("12月0日", "12月0日")]
    [InlineData("12月311日", "12月311日")]
    [InlineData("9/31(水)", "9/31(水)")]
    [InlineData("2026/09/31", "2026/09/31")]
    [InlineData("R8.6.31", "R8.6.31")]
    [InlineData("June 31 (Thu)", "June 31 (Thu)")]
    [InlineData("11月30日・31日", "31日")]
    public void A_day_the_calendar_lacks_is_quoted(string text, string quotes) => Drafts.Quotes("date-invalid", text).ShouldBe(quotes);

    [Theory]
    [InlineData("11月30日まで")]
    [InlineData("2028年2月29日")]
    [InlineData("2月29日生まれの方")]
    [InlineData("4年に一度の2月29日")]
    [InlineData("第2/4土曜")]
    [InlineData("13/40人")]
    [InlineData("1/2の補助")]
    [InlineData("2026.12.24")]
    [InlineData("24か月児健診")]
    [InlineData("Ver.2.31")]
    [InlineData("0.5/10")]
    [InlineData("12月3日間")]
    public void Days_that_exist_and_figures_that_are_no_days_are_left_alone(string text) =>
        Drafts.Quotes("date-invalid", text).ShouldBe("");
}
