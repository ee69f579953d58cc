namespace TeamsBot.Checks.Tests.Rules;

public sealed class DatePastRuleTests
{
    [Theory]
    [InlineData("市民まつりを11月15日(日)に開催します。", "11月15日(日)")]
    [InlineData("申込締切：11月13日(金)", "11月13日(金)")]
    [InlineData("11月13日（金）までにお申し込みください", "11月13日（金）")]
    [InlineData("9月1日に開催します", "9月1日")]
    [InlineData("日時：11月15日(日)10時～　会場：公民館　参加者募集中です", "11月15日(日)")]
    [InlineData("11月1日(日)から受付を開始します", "11月1日(日)")]
    [InlineData("提出期限は10月30日（金）です。", "10月30日（金）")]
    [InlineData("令和7年12月24日(水)に開催予定です", "令和7年12月24日(水)")]
    [InlineData("募集期間：11月1日(日)～11月15日(日) ご応募お待ちしています", "11月15日(日)")]
    [InlineData("作品は11月10日(火)必着です", "11月10日(火)")]
    [InlineData("本日11月20日(金)午前8時～9時に開催します", "11月20日(金)午前8時～9時")]
    [InlineData("11月20日(金)午前9時まで受け付けます", "11月20日(金)午前9時")]
    public void A_day_over_but_announced_as_coming_is_quoted(string text, string quotes) =>
        Drafts.Quotes("date-past", text).ShouldBe(quotes);

    [Theory]
    [InlineData("11月15日(日)に市民まつりを開催しました")]
    [InlineData("11月1日(日)から募集しています。締切は12月1日(火)です。")]
    [InlineData("11月15日(日)に開催された訓練の様子です")]
    [InlineData("11月15日(日)の市民まつりの写真を公開します")]
    [InlineData("11月1日現在の人口")]
    [InlineData("11月16日付けで異動がありました")]
    [InlineData("11月15日号を発行しました")]
    [InlineData("11月13日(金)で受付を終了しました")]
    [InlineData("10月1日から制度が変わりました")]
    [InlineData("募集期間：11月1日(日)～12月15日(火)")]
    [InlineData("11月12日(木)に締め切った作品の審査結果を発表します")]
    [InlineData("平成18年4月2日から平成19年4月1日までに生まれた方を対象に開催します")]
    [InlineData("令和8年10月31日までに転入された方に発送します")]
    [InlineData("訂正：11月15日(日)に開催します、は誤りでした")]
    [InlineData("11月30日(月)に開催します")]
    [InlineData("本日11月20日(金)まで受け付けます")]
    [InlineData("12月1日(火)に開催します")]
    [InlineData("4月1日(木)から募集します")]
    [InlineData("本日11月20日(金)午前8時から通行止めです")]
    [InlineData("11月20日(金)午前8時～9時に実施しました")]
    [InlineData("11月20日(金)午前9時～午後5時に開催します")]
    public void Reports_looks_back_and_running_periods_are_left_alone(string text) => Drafts.Quotes("date-past", text).ShouldBe("");
}
