using TeamsBot.Approvals.Cards;

namespace TeamsBot.Tests.Approvals;

/// <summary>Drafts are told apart by their titles, in lists and on a phone's lock screen.</summary>
public sealed class DraftTitleTests
{
    [Theory]
    [InlineData("【図書館まつり】12月5日(土)に開催します。", "図書館まつり")]
    [InlineData("図書館を臨時休館します。\n12月5日(土)", "図書館を臨時休館します。")]
    [InlineData("【注意】\n不審な電話が市内で続いています。", "注意 不審な電話が市内で続いていま…")]
    [InlineData("注意\n\n不審な電話が続く", "注意 不審な電話が続く")]
    [InlineData("⚠️注意⚠️\n不審な電話が続く", "⚠️注意⚠️ 不審な電話が続く")]
    [InlineData("【重要なお知らせ】断水のお知らせ", "重要なお知らせ 断水のお知らせ")]
    [InlineData("【重要】【お知らせ】断水します", "重要 お知らせ 断水します")]
    [InlineData("【お知らせ】【図書館】休館します", "お知らせ 図書館")]
    [InlineData("お知らせ：\n断水します", "お知らせ： 断水します")]
    [InlineData("◆◇◆◇\n断水します", "断水します")]
    [InlineData("【参加者募集中！】\n料理教室", "参加者募集中！ 料理教室")]
    [InlineData("【NEWS】\n料理教室", "NEWS 料理教室")]
    [InlineData("注意", "注意")]
    [InlineData("【お知らせ】", "お知らせ")]
    [InlineData("重要\nお知らせ\n注意\n断水", "重要 お知らせ 注意")]
    [InlineData("注意報が発表されました\n大雨", "注意報が発表されました")]
    [InlineData("イベントホールを開放\n土曜", "イベントホールを開放")]
    public void A_title_that_half_of_all_posts_have_goes_on_with_the_next_words(string text, string expected) =>
        DraftTitle.Of(Drafts.Composing(text)).ShouldBe(expected);
}
