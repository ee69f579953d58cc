namespace TeamsBot.Checks.Tests.Rules;

public sealed class DateEraRuleTests
{
    [Theory]
    [InlineData("令和8年（2025年）", "令和8年（2025年）")]
    [InlineData("令和8(2027)年", "令和8(2027)")]
    [InlineData("2026年（令和7年）", "2026年（令和7年）")]
    [InlineData("平成38年3月まで", "平成38年3月")]
    [InlineData("平成40年", "平成40年")]
    [InlineData("昭和70年", "昭和70年")]
    [InlineData("令和7年度(2026年度)", "令和7年度(2026年度)")]
    [InlineData("平成31年5月1日", "平成31年5月1日")]
    [InlineData("昭和64年1月8日", "昭和64年1月8日")]
    [InlineData("令和0年12月1日", "令和0年")]
    [InlineData("H38.3.31まで", "H38.3.31")]
    public void Eras_and_years_that_disagree_are_quoted(string text, string quotes) => Drafts.Quotes("date-era", text).ShouldBe(quotes);

    [Theory]
    [InlineData("令和8年（2026年）")]
    [InlineData("令和7年度（2026年3月31日まで）")]
    [InlineData("昭和100年記念")]
    [InlineData("平成31年4月30日")]
    [InlineData("平成31年度予算")]
    [InlineData("令和元年(2019年)")]
    [InlineData("昭和64年1月7日")]
    [InlineData("大正12年9月1日")]
    [InlineData("平成7年(1995年)1月17日")]
    [InlineData("2027年(令和9年)1月11日(月・祝)")]
    [InlineData("明治150年")]
    [InlineData("H30.4.1、型番H38")]
    public void Eras_that_hold_and_anniversaries_are_left_alone(string text) => Drafts.Quotes("date-era", text).ShouldBe("");
}
