using TeamsBot.Accounts;

namespace TeamsBot.Tests.Accounts;

/// <summary>How often an account posts, in the words of its policy.</summary>
public sealed class PostingFrequencyTests
{
    [Theory]
    [InlineData("週1回", 7)]
    [InlineData("週１回程度、催しのあるときは随時", 7)]
    [InlineData("毎週月曜日", 7)]
    [InlineData("週に２回以上", 4)]
    [InlineData("週三回", 3)]
    [InlineData("隔週", 14)]
    [InlineData("2週間に1回", 14)]
    [InlineData("月1～2回", 31)]
    [InlineData("月に4回", 8)]
    [InlineData("毎月", 31)]
    [InlineData("毎日", 1)]
    [InlineData("平日は毎日1回", 1)]
    [InlineData("１日３回", 1)]
    [InlineData("10日に1回", 10)]
    [InlineData("十日に一回", 10)]
    [InlineData("十五日に一度", 15)]
    [InlineData("2週に1回", 14)]
    [InlineData("2ヵ月に1回", 62)]
    [InlineData("２ケ月に１回", 62)]
    [InlineData("3箇月に1回程度", 93)]
    [InlineData("隔月1回", 62)]
    [InlineData("隔月", 62)]
    [InlineData("隔日", 2)]
    [InlineData("3日に2回", 2)]
    [InlineData("2か月に3回", 21)]
    [InlineData("半年に1回", 183)]
    [InlineData("四半期に1回", 92)]
    [InlineData("週に1度", 7)]
    [InlineData("bi-weekly", 14)]
    [InlineData("年4回", 92)]
    [InlineData("once a week", 7)]
    [InlineData("Twice a month", 16)]
    [InlineData("daily", 1)]
    public void The_days_between_two_posts_are_read_from_it(string words, int days) => PostingFrequency.DaysOf(words).ShouldBe(days);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("随時")]
    [InlineData("必要に応じて")]
    [InlineData("1日10時と15時")]
    [InlineData("週0回")]
    [InlineData("今年10月から")]
    [InlineData("第1回のあと")]
    public void Of_other_words_it_knows_nothing(string? words) => PostingFrequency.DaysOf(words).ShouldBeNull();

    [Theory]
    [InlineData("毎日", "2026-11-20", "2026-11-24", false)]
    [InlineData("毎日", "2026-11-20", "2026-11-25", true)]
    [InlineData("週5回", "2026-12-25", "2027-01-04", false)]
    [InlineData("週1回", "2026-11-24", "2026-12-01", false)]
    [InlineData("週1回", "2026-11-24", "2026-12-02", true)]
    public void Closed_days_are_no_silence_of_an_account_that_posts_several_times_a_week(
        string words, string since, string today, bool asks) =>
        PostingFrequency.IsOver(
            words, DateOnly.Parse(since, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture),
            day => Tests.OfficeDays.LawfulDays.IsOpen(day)).ShouldBe(asks);
}
