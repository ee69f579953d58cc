namespace TeamsBot.Checks.Tests.Rules;

public sealed class TimeInvalidRuleTests
{
    [Theory]
    [InlineData("午後6時75分から", "午後6時75分")]
    [InlineData("25時に閉館", "25時")]
    [InlineData("午後13時", "午後13時")]
    [InlineData("午前15時30分", "午前15時30分")]
    [InlineData("10:60～", "10:60")]
    [InlineData("開場 18:90", "18:90")]
    [InlineData("9時80分", "9時80分")]
    [InlineData("PM 14:00", "PM 14:00")]
    [InlineData("24:30まで", "24:30")]
    public void A_time_no_clock_shows_is_quoted(string text, string quotes) => Drafts.Quotes("time-invalid", text).ShouldBe(quotes);

    [Theory]
    [InlineData("午後0時30分")]
    [InlineData("24時間営業")]
    [InlineData("24:00まで")]
    [InlineData("30時間の講座")]
    [InlineData("75分間")]
    [InlineData("1時間30分")]
    [InlineData("3:70で勝利")]
    [InlineData("縮尺1:2500")]
    [InlineData("25時台の番組")]
    [InlineData("男子1:07:35")]
    [InlineData("8:30～17:15")]
    [InlineData("午前10時半")]
    [InlineData("16:9の画面")]
    public void Times_lengths_scores_and_ratios_are_left_alone(string text) => Drafts.Quotes("time-invalid", text).ShouldBe("");
}
