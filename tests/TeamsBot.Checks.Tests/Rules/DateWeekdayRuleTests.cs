using TeamsBot.Tests;

namespace TeamsBot.Checks.Tests.Rules;

public sealed class DateWeekdayRuleTests
{
    [Theory]
    [RuleOf("yamaguchi-2-4")]
    [InlineData("健診は12月10日(金)です。", "12月10日(金)")]
    [InlineData("2026年11月3日(月)に開催しました。", "2026年11月3日(月)")]
    [InlineData("受付は１２月２２日（月）まで", "１２月２２日（月）")]
    [InlineData("令和8年12月15日（水曜日）から", "令和8年12月15日（水曜日）")]
    [InlineData("令和8年（2026年）12月15日（水）", "令和8年（2026年）12月15日（水）")]
    [InlineData("2026/12/15(水)", "2026/12/15(水)")]
    [InlineData("2026-12-15（水）", "2026-12-15（水）")]
    [InlineData("R9.1.20(木)", "R9.1.20(木)")]
    [InlineData("H31.4.30(水)", "H31.4.30(水)")]
    [InlineData("12/20(土)", "12/20(土)")]
    [InlineData("締切：12/4(木)必着", "12/4(木)")]
    [InlineData("12.20(土)", "12.20(土)")]
    [InlineData("12月20日　土曜日", "12月20日　土曜日")]
    [InlineData("12月20日は土曜日です。", "12月20日は土曜日")]
    [InlineData("十二月二十日（土）", "十二月二十日（土）")]
    [InlineData("①12月20日(土)②12月27日(日)", "12月20日(土)")]
    [InlineData("12月19日・20日(土・月)", "20日(土・月)")]
    [InlineData("12月19日(土)、20日(月)", "20日(月)")]
    [InlineData("12月6日、13日、19日(いずれも日曜日)", "19日")]
    [InlineData("毎週金曜日（12月4日、11日、19日）", "19日")]
    [InlineData("土曜日（12月20日）", "12月20日")]
    [InlineData("12月の休日開庁：6日(日)、21日(日)", "21日(日)")]
    [InlineData("来月6日(土)", "来月6日(土)")]
    [InlineData("来年1月24日(土)", "来年1月24日(土)")]
    [InlineData("Sunday, December 5, 2026", "Sunday, December 5, 2026")]
    [InlineData("Dec. 5 (Sun.)", "Dec. 5 (Sun.)")]
    [InlineData("5 December 2026 (Sun)", "5 December 2026 (Sun)")]
    [InlineData("1月11日(日・祝)", "1月11日(日・祝)")]
    [InlineData("12月20日【土】雨天順延", "12月20日【土】")]
    [InlineData("窓口の休み（12月20日・土）", "12月20日・土")]
    [InlineData("（12/20・土曜日）は休みます", "12/20・土曜日")]
    [InlineData("12月20日(土・雨天中止)", "12月20日(土・雨天中止)")]
    [InlineData("令和9年度の入学式は4月8日(金)", "4月8日(金)")]
    public void A_weekday_that_the_calendar_denies_is_quoted(string text, string quotes) =>
        Drafts.Quotes("date-weekday", text).ShouldBe(quotes);

    [Theory]
    [InlineData("健診は12月10日(木)です。")]
    [InlineData("2028年2月29日（火）")]
    [InlineData("12月28日(月)～令和9年1月4日(月)")]
    [InlineData("12月29日(火)～1月3日(日)")]
    [InlineData("12月19日・20日(土・日)")]
    [InlineData("12月5・6日(土日)")]
    [InlineData("12月20日(日・雨天順延)")]
    [InlineData("12月5日(土)10時～6日(日)15時")]
    [InlineData("2025年12月20日(土)に開催した大会")]
    [InlineData("昨年12月20日(土)の大会")]
    [InlineData("12月20日は日曜ダイヤで運行します")]
    [InlineData("12月24日は日曜日と同じダイヤです")]
    [InlineData("毎週月曜日、12月29日～1月3日は休館")]
    [InlineData("12月5日～20日（月曜日を除く）")]
    [InlineData("12月5日(月1回)")]
    [InlineData("窓口の休み（12月20日・日）")]
    [InlineData("燃えるごみ（12月20日・月末）")]
    [InlineData("1月12日(月)に成人の日の式典を開催しました")]
    [InlineData("8月1日(日)に市制施行70周年を迎えます")]
    [InlineData("4月1日(木)から新制度")]
    [InlineData("第2/4土曜")]
    [InlineData("令和9年4月8日(木)")]
    [InlineData("5日（土）・6日（日）の2日間")]
    [InlineData("11月は23日(月・祝)も開館")]
    [InlineData("https://www.city.example.lg.jp/2026/12/20(sat)")]
    public void A_weekday_that_agrees_or_is_none_is_left_alone(string text) => Drafts.Quotes("date-weekday", text).ShouldBe("");

    [Fact]
    [RuleOf("asaka-6-2-1a")]
    public void The_fix_is_the_same_date_with_the_right_weekday_and_the_assumed_year_is_said()
    {
        var finding = Drafts.Find("date-weekday", "説明会は１２月２２日（月）です。").ShouldHaveSingleItem();

        finding.Severity.ShouldBe(Severity.Block);
        finding.Replacement.ShouldBe("１２月２２日（火）");
        finding.Message.ShouldContain("2026年12月22日は火曜日");
        finding.Message.ShouldContain("2026年として確認しました");
        finding.Clauses.ShouldContain("asaka-6-2-1a");
    }

    [Theory]
    [InlineData("12月20日㈯", "12月20日㈰")]
    [InlineData("12月20日㊏", "12月20日㊐")]
    [InlineData("Dec 20 (SAT)", "Dec 20 (SUN)")]
    [InlineData("12月20日（土曜日）", "12月20日（日曜日）")]
    public void The_fix_keeps_the_writers_form(string text, string fix) =>
        Drafts.Find("date-weekday", text).ShouldHaveSingleItem().Replacement.ShouldBe(fix);

    [Fact]
    public void A_weekday_shared_by_a_list_is_named_but_not_replaced_in_one_tap()
    {
        var finding = Drafts.Find("date-weekday", "12月6日、13日、19日(いずれも日曜日)").ShouldHaveSingleItem();

        finding.Replacement.ShouldBeNull();
        finding.Message.ShouldContain("2026年12月19日は土曜日");
    }
}
