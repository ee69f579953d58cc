namespace TeamsBot.Checks.Tests.Rules;

public sealed class DateRelativeRuleTests
{
    [Theory]
    [InlineData("明日(11月22日)", "明日(11月22日")]
    [InlineData("明日、11月20日（金）に開催します", "明日、11月20日（金）")]
    [InlineData("来週の月曜日（11月30日）", "来週の月曜日（11月30日")]
    [InlineData("12月4日（来週の金曜日）", "12月4日（来週の金曜日）")]
    [InlineData("昨日11月18日(水)", "昨日11月18日(水)")]
    [InlineData("今週の土曜日、11月28日", "今週の土曜日、11月28日")]
    [InlineData("今週末の11月28日", "今週末の11月28日")]
    [InlineData("3日後の11月25日", "3日後の11月25日")]
    public void Tomorrow_and_next_week_that_miss_the_date_are_quoted(string text, string quotes) =>
        Drafts.Quotes("date-relative", text).ShouldBe(quotes);

    [Theory]
    [InlineData("明日(11月21日)")]
    [InlineData("明日から11月25日(水)まで")]
    [InlineData("来週の月曜日（11月23日）")]
    [InlineData("今週の日曜日（11月22日）")]
    [InlineData("今週の日曜日（11月15日）")]
    [InlineData("再来週の水曜日、12月2日")]
    [InlineData("本日20日(金)")]
    [InlineData("今週末の11月21日・22日")]
    [InlineData("1週間後の11月27日")]
    [InlineData("11月22日(日)の明日")]
    public void Words_that_fit_the_date_are_left_alone(string text) => Drafts.Quotes("date-relative", text).ShouldBe("");
}
